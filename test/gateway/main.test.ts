import { afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { projectPath } from '../../schema/contract/project.js';
import { ask, served, supergraphOf } from '../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
const children: ChildProcessByStdio<null, Readable, Readable>[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the gateway's process as `npm run gateway` does, from the build. */
function start(args: readonly string[]) {
  const command = [projectPath('dist', 'gateway', 'main.js'), ...args];
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: projectPath('dist', '.compile-cache') };
  const child = spawn(process.execPath, command, {
    cwd: projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

async function lineWith(key: string, output: Readable): Promise<Readonly<Record<string, unknown>>> {
  for await (const line of createInterface({ input: output })) {
    const entry = JSON.parse(line) as Readonly<Record<string, unknown>>;
    if (key in entry) return entry;
  }
  throw new Error(`The process ended without telling its ${key}.`);
}

describe('the process of the gateway', () => {
  test('serves a supergraph from a file until it is told to stop', async () => {
    const subgraphs = [tinyUnion(), tinyPolice(), tinyAwards()];
    const running = await Promise.all(subgraphs.map((subgraph) => served(subgraph)));
    const urls = new Map(subgraphs.map(({ name }, index) => [name, running[index]?.url ?? '']));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(
      file,
      supergraphOf(subgraphs, (name) => urls.get(name) ?? ''),
    );
    const child = start(['--supergraph', file, '--port', '0', '--host', '127.0.0.1']);

    const { url } = await lineWith('url', child.stdout);
    const { data } = await ask(String(url), '{ medalNames search(text: "công", first: 1) { totalCount } }');
    const page = await fetch(`${String(url)}/`);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];

    expect(data).toEqual({ medalNames: ['Huân chương'], search: { totalCount: 8 } });
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(code).toBe(0);
  });

  test('ends with code 2 and says why when a setting is wrong', async () => {
    const child = start(['--supergraph', 'nowhere.graphql']);

    const [output, [code]] = await Promise.all([
      text(child.stdout),
      once(child, 'exit') as Promise<[number]>,
    ]);

    expect(code).toBe(2);
    expect(JSON.parse(output)).toMatchObject({
      code: 'INVALID_SETTING',
      vi: expect.stringContaining('nowhere.graphql: không có tệp này'),
      en: expect.stringContaining('nowhere.graphql: there is no such file'),
    });
  });
});
