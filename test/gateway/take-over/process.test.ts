import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { projectPath } from '../../../schema/contract/project.js';
import { ask, served, supergraphOf } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

jest.setTimeout(120_000);

let folder: string;
const children: ChildProcessByStdio<null, Readable, Readable>[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'take-over-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Line = Readonly<Record<string, unknown>>;

function start(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const cache = { NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache') };
  const env = { PATH: process.env['PATH'], ...cache, ...settings };
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
  const child = spawn(process.execPath, args, { cwd: projectPath(), env, stdio });
  children.push(child);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const lineWith = async (words: string): Promise<Line> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`The process ended without telling "${words}".`);
      if (value.includes(words)) return JSON.parse(value) as Line;
    }
  };
  return { child, lineWith };
}

/** Puts the supergraph of some tiny subgraphs, each on a port of its own, in a file. */
async function aFile() {
  const subgraphs = [tinyUnion(), tinyPolice(), tinyAwards()];
  const urls = new Map<string, string>();
  for (const subgraph of subgraphs) urls.set(subgraph.name, (await served(subgraph)).url);
  const file = join(folder, 'supergraph.graphql');
  const put = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const of = (count: number): string =>
    supergraphOf(subgraphs.slice(0, count), (name) => urls.get(name) ?? '');
  return { file, put, of };
}

describe('the process of a gateway', () => {
  test('follows the file of its supergraph, refuses what is no good, and ends with its threads', async () => {
    const { file, put, of } = await aFile();
    put(of(2));
    const { child, lineWith } = start(
      [projectPath('dist', 'gateway', 'main.js'), '--supergraph', file, '--port', '0'],
      {
        SUPERGRAPH_POLL_MS: '20',
      },
    );
    const url = String((await lineWith('the gateway answers'))['url']);
    expect((await ask(url, '{ medalNames }')).errors).toHaveLength(1);

    put(of(3));
    const taken = await lineWith('taken over');
    expect((await ask(url, '{ medalNames }')).data).toEqual({ medalNames: ['Huân chương'] });
    put('type Query {');
    const refused = await lineWith('refused');
    expect((await ask(url, '{ medalNames }')).data).toEqual({ medalNames: ['Huân chương'] });
    child.kill('SIGTERM');

    expect(taken).toMatchObject({
      supergraph: expect.stringMatching(/^[0-9a-f]{16}$/),
      ms: expect.any(Number),
    });
    expect(refused).toMatchObject({
      level: 50,
      code: 'INVALID_SETTING',
      former: taken['supergraph'],
      reason: expect.stringContaining('Syntax Error'),
    });
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

describe('planning threads', () => {
  const script = (ending: string): string => `
    const { openSupergraph } = await import('./dist/gateway/engine/plan/threads/open.js');
    const { ENGINE_DEFAULTS } = await import('./dist/gateway/engine/settings.js');
    const { readFileSync } = await import('node:fs');
    const settings = { ...ENGINE_DEFAULTS, PLANNER_THREADS: 2 };
    const sdl = readFileSync('schema/sdl/supergraph.graphql', 'utf8');
    const opened = await openSupergraph(sdl, { settings, log: console });
    await opened.ready;
    ${ending}`;

  test.each([
    ['once they are closed', 'await opened.close();'],
    ['while they have nothing to do', ''],
  ])('let a process end by itself %s', async (_, ending) => {
    const { child } = start(['--eval', script(ending)]);

    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});
