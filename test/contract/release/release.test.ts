import { addressOf } from '../../../schema/contract/release/address.js';
import { publicKeysOf, type SigningKey } from '../../../schema/contract/release/keys.js';
import { verifyRelease, type Release } from '../../../schema/contract/release/release.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import type { StatementOf } from '../../../schema/contract/release/statements.js';
import { aKey } from './a-statement.js';
import { expect, test } from '@jest/globals';

const key = aKey();
const SDL = 'type Query { a: Int }';
const SAID = {
  by: 'REGISTRY',
  registry: 'a-test',
  at: '2026-01-02T03:04:05.000Z',
  nonce: 'a-nonce-of-a-test',
} as const;
const TRUST = {
  channel: 'production',
  registry: { name: 'a-test', keys: publicKeysOf([key.publicJwk]) },
};

interface Changes {
  readonly composed?: Partial<StatementOf<'COMPOSED'>>;
  readonly pointed?: Partial<StatementOf<'POINTED'>>;
  readonly key?: SigningKey;
  readonly supergraphSdl?: string;
}

async function aRelease(changes: Changes = {}): Promise<Release> {
  const address = addressOf(SDL);
  const made = {
    kind: 'COMPOSED',
    ...SAID,
    supergraph: address,
    api: address,
    subgraphs: [],
    law: address,
  } as const;
  const signer = changes.key ?? key;
  const composed = await signStatement({ ...made, opened: ['A.b'], ...changes.composed }, signer);
  const move = { kind: 'POINTED', ...SAID, channel: 'production', number: 3, cause: address } as const;
  const pointed = await signStatement({ ...move, composed: addressOf(composed), ...changes.pointed }, signer);
  return { pointed, composed, supergraphSdl: changes.supergraphSdl ?? SDL };
}

test('a release is what its registry signed', async () => {
  const verified = await verifyRelease(await aRelease(), { ...TRUST, after: 2 });
  expect(verified).toMatchObject({ number: 3, supergraphSdl: SDL, opened: ['A.b'], subgraphs: [] });
});

test.each([
  ['by another key', 'SIGNATURE', { key: aKey() }, {}],
  ['of another registry with the same key', 'REGISTRY', { pointed: { registry: 'a-rehearsal' } }, {}],
  ['made of what another registry composed', 'REGISTRY', { composed: { registry: 'a-rehearsal' } }, {}],
  ['for another channel', 'CHANNEL', { pointed: { channel: 'staging' } }, {}],
  ['of another number than was asked for', 'NUMBER', {}, { number: 2 }],
  ['in an agency’s name', 'NOT_A_RELEASE', { composed: { by: 'union' } }, {}],
  ['with another composition', 'OTHER_COMPOSITION', { pointed: { composed: addressOf('other') } }, {}],
  ['with another text', 'TEXT', { supergraphSdl: `${SDL} ` }, {}],
  ['as old as the one that is held', 'NOT_NEWER', {}, { after: 3 }],
  ['older than the one that is held', 'NOT_NEWER', {}, { after: 4 }],
] as const)('a release %s is refused', async (_, reason, changes: Changes, trust) => {
  const verifying = verifyRelease(await aRelease(changes), { ...TRUST, ...trust });
  await expect(verifying).rejects.toMatchObject({ code: 'RELEASE_REFUSED', details: { reason } });
});

test('a release whose statements are exchanged is refused', async () => {
  const { pointed, composed, supergraphSdl } = await aRelease();
  const verifying = verifyRelease({ pointed: composed, composed: pointed, supergraphSdl }, TRUST);
  await expect(verifying).rejects.toMatchObject({ details: { reason: 'NOT_A_RELEASE' } });
});
