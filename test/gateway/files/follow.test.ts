import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { followFile, type FollowOptions } from '../../../gateway/files/follow.js';
import { aTellingLog } from '../../support/telling-log.js';
import { until } from '../../support/until.js';

const WORDS = { field: 'text', unreadable: 'cannot be read', refused: 'was refused' };

let folder: string;
let stopping: AbortController;
let followed: Promise<void>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followed-'));
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await followed;
  rmSync(folder, { recursive: true, force: true });
});

/** Follows a file whose first text is taken already, and notes which ones are tried. */
function following(take: FollowOptions['take']) {
  const path = join(folder, 'file');
  const tried: string[] = [];
  const read: string[] = [];
  const { log, lines } = aTellingLog();
  const put = (text: string): void => {
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  };
  put('first');
  followed = followFile(path, {
    ...{ text: 'first', every: 5, signal: stopping.signal, words: WORDS, log },
    read: async () => {
      const text = readFileSync(path, 'utf8');
      read.push(text);
      return text;
    },
    take: async (text) => {
      tried.push(text);
      await take(text);
    },
    isPassing: (error) => (error as Error).message === 'in passing',
  });
  const told = () =>
    lines.map((line) => (JSON.parse(line) as { readonly isTriedAgain: boolean }).isTriedAgain);
  return { put, tried, read, told };
}

test('a text that fails in passing is tried again, and told of', async () => {
  let isTired = true;
  const { put, tried, told } = following(async () => {
    if (isTired) {
      isTired = false;
      throw new Error('in passing');
    }
  });

  put('second');
  await until(() => tried.length === 2);

  expect([tried, told()]).toEqual([['second', 'second'], [true]]);
});

test('a text that is no good is told of once, and left for the next one', async () => {
  const { put, tried, told } = following(async (text) => {
    if (text === 'bad') throw new Error('no good');
  });

  put('bad');
  await until(() => told().length === 1);
  put('good');
  await until(() => tried.includes('good'));

  expect([tried, told()]).toEqual([['bad', 'good'], [false]]);
});

test('the text that is in use is not taken again where it stands after one that is no good', async () => {
  const { put, tried, read, told } = following(async (text) => {
    if (text === 'bad') throw new Error('no good');
  });

  put('bad');
  await until(() => told().length === 1);
  put('first');
  await until(() => read.at(-1) === 'first');
  put('last');
  await until(() => tried.includes('last'));

  expect(tried).toEqual(['bad', 'last']);
});

test('a newer text does not wait for one that fails in passing', async () => {
  const { put, tried } = following(async (text) => {
    if (text === 'weak') throw new Error('in passing');
  });

  put('weak');
  await until(() => tried.length === 1);
  put('strong');
  await until(() => tried.includes('strong'));

  expect(tried).toEqual(['weak', 'strong']);
});
