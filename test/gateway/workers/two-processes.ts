import { afterAll, beforeAll } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'undici';
import { startProcess, urlOf, type LogEvent, type Started } from '../../support/process.js';
import { supergraphOf, untilTheEnd } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';

const ALL_ANSWER = 'all processes of the gateway answer';

/** A gateway of two processes until the test ends, on a supergraph whose subgraph is nowhere. */
export async function twoProcesses(settings: Readonly<Record<string, string>> = {}): Promise<Started> {
  return answering(untilTheEnd(startTwo(settings)).started);
}

/** One such gateway for all tests of a group, of which the last may end it. */
export function sharedTwoProcesses(settings: Readonly<Record<string, string>> = {}): () => Started {
  let two: StartedTwo | undefined;
  beforeAll(async () => {
    two = startTwo(settings);
    await answering(two.started);
  });
  afterAll(() => two?.stop());
  return () => {
    if (!two) throw new Error('The gateway did not start.');
    return two.started;
  };
}

interface StartedTwo {
  readonly started: Started;
  stop(): Promise<void>;
}

function startTwo(settings: Readonly<Record<string, string>>): StartedTwo {
  const folder = mkdtempSync(join(tmpdir(), 'workers-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(
    file,
    supergraphOf([tinyUnion()], () => 'http://127.0.0.1:9'),
  );
  const args = ['--supergraph', file, '--port', '0', '--workers', '2'];
  const started = startProcess('gateway/main.js', args, settings);
  return {
    started,
    async stop() {
      await started.end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  };
}

async function answering(started: Started): Promise<Started> {
  await started.event(({ msg }) => msg === ALL_ANSWER);
  return started;
}

/** The lines of the log that begin with these words. */
export function told({ events }: Started, words: string): readonly LogEvent[] {
  return events.filter(({ msg }) => msg?.startsWith(words));
}

/** Waits until so many lines of the log began with these words. */
export async function heard(gateway: Started, words: string, times: number): Promise<void> {
  await gateway.event(() => told(gateway, words).length >= times);
}

/** A request, as far as it differs from the usual. */
export interface Posted {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPE = '{"query":"{ __typename }"}';

/** The status of the answer to an operation. */
export async function statusOf(pool: Pool, { body: sent = TYPE, headers }: Posted = {}): Promise<number> {
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...headers },
    body: sent,
  });
  await body.dump();
  return statusCode;
}

/** A connection to each of two processes: the first one hands them out by turns. */
export async function toEach(gateway: Started): Promise<readonly [Pool, Pool]> {
  const url = await urlOf(gateway);
  const pools = [new Pool(url, { connections: 1 }), new Pool(url, { connections: 1 })] as const;
  untilTheEnd({ stop: async () => void (await Promise.all(pools.map((pool) => pool.destroy()))) });
  for (const pool of pools)
    await pool.request({ method: 'GET', path: '/health/live' }).then(({ body }) => body.dump());
  return pools;
}
