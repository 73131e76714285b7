import { putInPlace, STAMP } from '../../../gateway/explorer/build.js';
import fs, { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';

describe('a finished build', () => {
  let home = '';
  let folder = '';
  let draft = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'build-'));
    [folder, draft] = [join(home, 'explorer'), join(home, 'explorer.1')];
    aBuild(draft, 'new');
  });
  afterEach(() => {
    jest.restoreAllMocks();
    syncBuiltinESMExports();
    rmSync(home, { recursive: true });
  });

  test('takes the place of no build', () => {
    putInPlace(draft, folder);

    expect(stampIn(folder)).toBe('new');
  });

  test('is in its place before anything of the older one is deleted, and that one is gone then', () => {
    aBuild(folder, 'old');
    const inPlace: string[] = [];
    justBefore('rmSync', () => inPlace.push(stampIn(folder)));

    putInPlace(draft, folder);

    expect(inPlace).toEqual(['new']);
    expect(readdirSync(home)).toEqual([basename(folder)]);
  });

  test('gives way to the same build of another process, which came at the last moment', () => {
    justBefore('renameSync', (from) => from === draft && aBuild(folder, 'new', 'of another'));

    putInPlace(draft, folder);

    expect(readFileSync(join(folder, 'maker'), 'utf8')).toBe('of another');
  });

  test('is not taken for put in place where another process came first with a different one', () => {
    justBefore('renameSync', (from) => from === draft && aBuild(folder, 'other'));

    expect(() => putInPlace(draft, folder)).toThrow(expect.objectContaining({ code: 'ENOTEMPTY' }));
  });
});

function aBuild(folder: string, stamp: string, maker = 'of this process'): void {
  mkdirSync(folder);
  writeFileSync(join(folder, STAMP), stamp);
  writeFileSync(join(folder, 'maker'), maker);
}

function stampIn(folder: string): string {
  return readFileSync(join(folder, STAMP), 'utf8');
}

/** Has something happen just before each call of a function of the file system, as another process would. */
function justBefore(name: 'renameSync' | 'rmSync', act: (path: unknown) => unknown): void {
  const usual = fs[name] as (...given: readonly unknown[]) => void;
  jest.spyOn(fs, name).mockImplementation((...given: readonly unknown[]) => {
    act(given[0]);
    usual(...given);
  });
  syncBuiltinESMExports();
}
