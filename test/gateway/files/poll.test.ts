import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pollFile } from '../../../gateway/files/poll.js';
import { readSupergraphFile } from '../../../gateway/supergraph/file.js';

let folder: string;
let stopping: AbortController;
let polled: Promise<void>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await polled;
  rmSync(folder, { recursive: true, force: true });
});

/** Looks after a file, and gives what it is told of, one after another: texts, and the codes of errors. */
function told(path: string): () => Promise<string> {
  const found: string[] = [];
  const wanted: ((text: string) => void)[] = [];
  const tell = (text: string): void => {
    const want = wanted.shift();
    if (want) want(text);
    else found.push(text);
  };
  polled = pollFile(path, {
    every: 5,
    signal: stopping.signal,
    read: readSupergraphFile,
    onText: async (text) => {
      tell(text);
      return true;
    },
    onUnreadable: (error) => tell(`! ${(error as { code: string }).code}`),
  });
  return () => {
    const next = found.shift();
    return next === undefined ? new Promise((resolve) => wanted.push(resolve)) : Promise.resolve(next);
  };
}

describe('a file that is looked after', () => {
  test('tells of its text, and of each one that is put in its place', async () => {
    const path = join(folder, 'graph');
    writeFileSync(path, 'one');
    const next = told(path);
    expect(await next()).toBe('one');

    writeFileSync(`${path}.new`, 'two');
    renameSync(`${path}.new`, path);

    expect(await next()).toBe('two');
  });

  test('tells of a text of the same length that is written over it', async () => {
    const path = join(folder, 'graph');
    writeFileSync(path, 'one');
    const next = told(path);
    expect(await next()).toBe('one');

    writeFileSync(path, 'two');

    expect(await next()).toBe('two');
  });

  test('may be a link that is led elsewhere', async () => {
    const path = join(folder, 'graph');
    writeFileSync(join(folder, 'a'), 'one');
    writeFileSync(join(folder, 'b'), 'two');
    symlinkSync('a', path);
    const next = told(path);
    expect(await next()).toBe('one');

    symlinkSync('b', `${path}.new`);
    renameSync(`${path}.new`, path);

    expect(await next()).toBe('two');
  });

  test('may be missing for a while', async () => {
    const path = join(folder, 'graph');
    writeFileSync(path, 'one');
    const next = told(path);
    expect(await next()).toBe('one');

    unlinkSync(path);
    expect(await next()).toBe('! INVALID_SETTING');
    writeFileSync(path, 'two');

    expect(await next()).toBe('two');
  });
});
