import { projectPath } from '../../../schema/contract/project.js';
import { twoAgencies } from './a-listener.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

let agencies: Awaited<ReturnType<typeof twoAgencies>>;
beforeAll(async () => {
  agencies = await twoAgencies();
});
afterAll(() => agencies.close());

const ENTITY = 'Counter:1';

const started = (script: string, ...words: readonly string[]): ChildProcess =>
  spawn(process.execPath, [projectPath('test', 'support', script), ...words], {
    env: { ...process.env, NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function killed(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Lets a teller tell some more, kills it in the middle, and answers the last number that was acknowledged. */
async function toldUntilKilled(from: number, count: number): Promise<number> {
  const teller = started('teller.mjs', agencies.teller.databaseUrl, ENTITY, String(from));
  let last = from - 1;
  for await (const line of createInterface({ input: teller.stdout as NodeJS.ReadableStream })) {
    last = Number(line);
    if (last >= from + count) break;
  }
  await killed(teller);
  return last;
}

async function toldSoFar(): Promise<number> {
  const rows = await agencies.teller.subgraph.database
    .fork()
    .execute<{ n: number }[]>(
      `select (content->>'n')::int as n from outbox where entity = ? order by id desc limit 1`,
      [ENTITY],
    );
  return rows[0]?.n ?? -1;
}

test('nothing told is lost or handled twice, whichever side is killed, and when', async () => {
  let acknowledged = -1;
  for (const count of [3, 40, 150]) {
    const listener = started('listener.mjs', agencies.teller.databaseUrl, agencies.hearer.databaseUrl);
    await once(listener.stdout as NodeJS.ReadableStream, 'data');
    acknowledged = await toldUntilKilled((await toldSoFar()) + 1, count);
    await killed(listener);
  }

  await agencies.subscriber().catchUp();

  const heard = await agencies.heard(ENTITY);
  expect(heard).toEqual(heard.map((_, n) => n));
  expect(heard.length).toBeGreaterThan(acknowledged);
});
