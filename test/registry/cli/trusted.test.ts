import { addressOf } from '../../../schema/contract/release/address.js';
import { signHead } from '../../../schema/contract/release/head.js';
import { knownHead } from '../../../schema/registry/cli/trusted.js';
import { aKey } from '../../contract/release/a-statement.js';
import { publicKeysOf } from '../../../schema/contract/release/keys.js';
import { expect, test } from '@jest/globals';

const key = aKey();
const keys = publicKeysOf([key.publicJwk]);
const now = new Date();
const head = signHead({ name: 'a-rehearsal', seq: 1, hash: addressOf('log'), at: now.toISOString() }, key);

test('a head is taken of the registry that is meant', () => {
  expect(knownHead(head, { name: 'a-rehearsal', keys }, now).seq).toBe(1);
});

test('a head is not taken of another registry, though it signs with the same key', () => {
  expect(() => knownHead(head, { name: 'in-earnest', keys }, now)).toThrow(
    expect.objectContaining({ code: 'RELEASE_REFUSED', details: { reason: 'REGISTRY' } }),
  );
});
