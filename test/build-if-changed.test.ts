import { projectPath } from '../schema/contract/project.js';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SOURCES = ['gateway/main.ts', 'schema/ids.ts', 'subgraphs/main.ts'];
const AROUND = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Seconds since 1970. */
const [BEFORE, THEN, AFTER] = [1_000_000, 2_000_000, 3_000_000];

describe('the start of a part builds', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lien-thong-build-'));
    for (const file of [...SOURCES, ...AROUND]) put(file, BEFORE);
    for (const room of ['gateway', 'schema', 'subgraphs']) utimesSync(join(folder, room), BEFORE, BEFORE);
    put('bin/npm', BEFORE, '#!/bin/sh\necho "npm $*"\n');
    chmodSync(join(folder, 'bin/npm'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function put(file: string, seconds: number, words = ''): void {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), words);
    utimesSync(join(folder, file), seconds, seconds);
  }

  function whatIsRun(): string {
    const env = { PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
    return spawnSync('sh', [projectPath('build-if-changed.sh')], { cwd: folder, env, encoding: 'utf8' })
      .stdout;
  }

  test('where nothing was built yet', () => {
    expect(whatIsRun()).toBe('npm run --silent build\n');
  });

  test('nothing while the build is newer than all that it is made of', () => {
    put('dist/.tsbuildinfo', THEN);

    expect(whatIsRun()).toBe('');
  });

  test.each([...SOURCES, ...AROUND])('when %s is newer', (file) => {
    put('dist/.tsbuildinfo', THEN);
    put(file, AFTER);

    expect(whatIsRun()).toBe('npm run --silent build\n');
  });
});
