import { assertBound, bearerFor, verifyBearer } from '../../../schema/contract/release/bearer.js';
import { publicKeysOf } from '../../../schema/contract/release/keys.js';
import { signStatement } from '../../../schema/contract/release/sign.js';
import { aKey, aStatement } from './a-statement.js';
import { expect, test } from '@jest/globals';

const key = aKey();
const now = new Date('2026-01-02T03:04:05Z');
const TRUST = { keys: publicKeysOf([key.publicJwk]), audience: 'a-registry', now };
const REQUEST = { method: 'POST', path: '/statements?dryRun=true', body: '{}' };

function aToken(audience = 'a-registry'): string {
  return bearerFor(REQUEST, { key, audience, now });
}

function secondsLater(seconds: number): Date {
  return new Date(now.getTime() + seconds * 1_000);
}

test('a token says whose key signed it, and is good for its own request', () => {
  const bearer = verifyBearer(aToken(), TRUST);
  expect(bearer.kid).toBe(key.kid);
  expect(() => assertBound(bearer, REQUEST)).not.toThrow();
});

test.each([
  { ...REQUEST, method: 'PUT' },
  { ...REQUEST, path: '/statements' },
  { ...REQUEST, body: '{"jws":"another"}' },
])('a token is good for no other request (%#)', (other) => {
  const bearer = verifyBearer(aToken(), TRUST);
  expect(() => assertBound(bearer, other)).toThrow(
    expect.objectContaining({ details: { reason: 'WRONG_CLAIMS' } }),
  );
});

test.each([
  ['of an unknown key', 'UNTRUSTED', aToken(), { keys: publicKeysOf([aKey().publicJwk]) }],
  ['for another registry', 'OTHER_REGISTRY', aToken('another'), {}],
  ['that is over', 'EXPIRED', aToken(), { now: secondsLater(120) }],
  ['of the future', 'WRONG_CLAIMS', aToken(), { now: secondsLater(-60) }],
] as const)('a token %s is refused', (_, reason, token, trust) => {
  expect(() => verifyBearer(token, { ...TRUST, ...trust })).toThrow(
    expect.objectContaining({ code: 'UNAUTHENTICATED', details: { reason } }),
  );
});

test('a statement does not pass for a token', async () => {
  const jws = await signStatement(aStatement(), key);
  expect(() => verifyBearer(jws, TRUST)).toThrow(
    expect.objectContaining({ details: { reason: 'UNTRUSTED' } }),
  );
});
