import { addressOf } from '../../../schema/contract/release/address.js';
import { followChain } from '../../../schema/contract/release/chain.js';
import { signHead, verifyHead } from '../../../schema/contract/release/head.js';
import { publicKeysOf } from '../../../schema/contract/release/keys.js';
import type { LogEntry } from '../../../schema/contract/release/wire.js';
import { aLog } from './a-log.js';
import { aKey, aStatement } from './a-statement.js';
import { expect, test } from '@jest/globals';

const key = aKey();
const log = await aLog([aStatement('one'), aStatement('two'), aStatement('three')], key);

test('a log is followed from its first entry to its last, in one part or several', () => {
  const end = followChain(log);
  expect(end).toEqual({ seq: 3, hash: log[2]?.hash });
  expect(followChain(log.slice(1), followChain(log.slice(0, 1)))).toEqual(end);
});

const changed = (change: Partial<LogEntry>): readonly LogEntry[] =>
  log.map((entry) => (entry.seq === 2 ? { ...entry, ...change } : entry));

test.each([
  ['an entry is missing', log.filter(({ seq }) => seq !== 2)],
  ['two entries are exchanged', [log[1], log[0], log[2]] as LogEntry[]],
  ['a statement is another one', changed({ jws: log[0]?.jws })],
  ['a statement and its address are another one', changed({ jws: log[0]?.jws, id: log[0]?.id })],
  ['the time is another one', changed({ recordedAt: '2020-01-01T00:00:00.000Z' })],
  ['the kind is another one', changed({ kind: 'OUTCOME' })],
  ['the hash is another one', changed({ hash: addressOf('x') })],
])('a log in which %s is refused', (_, altered) => {
  expect(() => followChain(altered)).toThrow(expect.objectContaining({ code: 'INVALID_STATEMENT' }));
});

test('the head of a log is signed, and proves later what stood there', () => {
  const head = { name: 'a-registry', ...followChain(log), at: '2026-01-02T03:04:05.000Z' };
  expect(verifyHead(signHead(head, key), publicKeysOf([key.publicJwk]))).toEqual(head);
  expect(() => verifyHead(signHead(head, aKey()), publicKeysOf([key.publicJwk]))).toThrow();
});
