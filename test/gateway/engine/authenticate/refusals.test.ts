import { aPair, signed } from './issuer.js';
import { aSite, AUDIENCE, ISSUER, outcomeOf, START, type Site } from './site.js';
import { authenticator } from '../../../../gateway/engine/authenticate/authenticator.js';
import {
  AUTHENTICATION_DEFAULTS,
  AUTHENTICATION_SETTINGS,
} from '../../../../gateway/engine/authenticate/settings.js';
import { readSettings, type Environment } from '../../../../schema/contract/settings.js';
import {
  keysUnavailable,
  tokenRefusalFor,
  tokenRefused,
} from '../../../../schema/contract/token/refusals.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { UnsecuredJWT } from 'jose';
import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { pino } from 'pino';

const CLAIMS = { iss: ISSUER, aud: AUDIENCE, exp: START + 3_600 };
const log = pino({ level: 'silent' });

describe('a request is refused', () => {
  let site: Site;
  beforeAll(async () => {
    site = await aSite();
  });
  afterAll(async () => site[Symbol.asyncDispose]());

  const token = async (...args: Parameters<Site['bearer']>) => (await site.bearer(...args)).slice(7);

  test.each<[string, () => Promise<string | readonly string[]>, string]>([
    ['has expired', () => site.bearer({ exp: START - 6 }), 'EXPIRED'],
    ['never expires', () => site.bearer({ exp: undefined }), 'INCOMPLETE'],
    ['is not valid yet', () => site.bearer({ nbf: START + 60 }), 'WRONG_CLAIMS'],
    ['comes from another issuer', () => site.bearer({ iss: 'https://other.test' }), 'WRONG_CLAIMS'],
    ['names no issuer', () => site.bearer({ iss: undefined }), 'INCOMPLETE'],
    ['is meant for another audience', () => site.bearer({ aud: ['shop', 'hubs'] }), 'WRONG_CLAIMS'],
    ['is meant for nobody', () => site.bearer({ aud: undefined }), 'INCOMPLETE'],
    ['has a forged signature', async () => site.bearer({}, await aPair('first')), 'UNTRUSTED'],
    ['is signed by an unknown key', async () => site.bearer({}, await aPair('unknown')), 'UNTRUSTED'],
    [
      'is signed with an algorithm off the list',
      async () => site.bearer({}, await aPair('first', 'ES384')),
      'UNTRUSTED',
    ],
    ['is not signed (alg none)', async () => `Bearer ${new UnsecuredJWT(CLAIMS).encode()}`, 'MALFORMED'],
    ['claims alg none and has a signature', async () => `Bearer ${unsignedWithSignature()}`, 'UNTRUSTED'],
    ['has the public key for a shared secret', async () => `Bearer ${secretOf(site)}`, 'UNTRUSTED'],
    ['brings its own key', async () => bearerWithOwnKey(), 'UNTRUSTED'],
    ['must be understood in a way that is not', () => critical(site), 'UNTRUSTED'],
    ['is longer than allowed', () => site.bearer({ filler: 'x'.repeat(8_192) }), 'TOO_LONG'],
    ['is no token', async () => 'Bearer abc', 'MALFORMED'],
    ['is missing after its scheme', async () => 'Bearer ', 'MALFORMED'],
    ['is missing with its scheme', async () => '', 'MALFORMED'],
    ['has another scheme', async () => `Basic ${await token()}`, 'MALFORMED'],
    ['has no scheme', () => token(), 'MALFORMED'],
    [
      'is one of two in a header',
      async () => `Bearer ${await token()}, Bearer ${await token()}`,
      'MALFORMED',
    ],
    ['is one of two headers', async () => [await site.bearer(), await site.bearer()], 'MALFORMED'],
    ['has words behind it', async () => `${await site.bearer()} x`, 'MALFORMED'],
    ['is encrypted', async () => 'Bearer e30.e30.e30.e30.e30', 'MALFORMED'],
    ['has claims that are no object', async () => `Bearer ${await listSignedBy(site)}`, 'MALFORMED'],
  ])('as a whole when its token %s', async (_, header, reason) => {
    expect(await site.outcome(await header())).toBe(`UNAUTHENTICATED ${reason}`);
  });

  test('whether or not a good token was seen before', async () => {
    const good = await site.bearer({ sub: 'seen' });
    await site.authenticator.authenticate(good);

    expect(await site.outcome(`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`)).toMatch(
      /^UNAUTHENTICATED/,
    );
    expect(await site.outcome([good, good])).toBe('UNAUTHENTICATED MALFORMED');
  });

  test('when a token without a key id fits several keys', async () => {
    await using other = await aSite();
    other.keys.publish(other.pair, await aPair('second'));

    expect(await other.outcome(await other.bearer({}, other.pair, { kid: undefined }))).toBe(
      'UNAUTHENTICATED UNTRUSTED',
    );
  });

  test('when it brings a token to a gateway that has no keys', async () => {
    const subject = authenticator(AUTHENTICATION_DEFAULTS, { log });
    const header = await site.bearer();

    expect(await outcomeOf(async () => subject.authenticate(header))).toBe('UNAUTHENTICATED NO_KEYS');
    expect(subject.authenticate(undefined)).toMatchObject({ isAuthenticated: false });
  });

  test.each([
    ['a token that is not good', tokenRefused('EXPIRED'), 401, 'Bearer error="invalid_token"'],
    ['no token, of which no error can be told', tokenRefused('MISSING'), 401, 'Bearer'],
    ['a token that cannot be checked now', keysUnavailable(), 503, undefined],
  ])('with the status and the challenge that HTTP has for %s', (_, refused, status, challenge) => {
    const { headers, ...refusal } = tokenRefusalFor(refused) ?? {};

    expect(refusal).toEqual({ status });
    expect(headers?.['www-authenticate']).toBe(challenge);
  });

  test('whatever is changed in the text of a good token', async () => {
    const [, good = ''] = (await site.bearer({ sub: 'an', scope: 'read' })).split(' ');
    await site.authenticator.authenticate(`Bearer ${good}`);

    await fc.assert(
      fc.asyncProperty(aChangeOf(good), async (changed) => {
        // More spaces before it change the header, and not the token. Source: RFC 6750, section 2.1.
        fc.pre(changed.trimStart() !== good);
        expect(await site.outcome(`Bearer ${changed}`)).toMatch(/^UNAUTHENTICATED /);
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  test('without a word of its token in the log', async () => {
    await using other = await aSite();
    const secret = 'a-name-nobody-may-read';
    await other.authenticator.authenticate(await other.bearer({ sub: secret }));
    await other.outcome(await other.bearer({ sub: secret, exp: 1 }));
    await other.outcome(await other.bearer({ sub: secret }, await aPair('unknown')));

    const lines = other.logged.join('');

    expect(lines).toMatch(/keys/);
    expect(lines).not.toMatch(new RegExp(`${secret}|eyJ`));
  });
});

describe('the settings of authentication are refused', () => {
  const JWKS_URL = 'https://issuer.test/jwks.json';

  test.each<[string, Environment, string]>([
    ['the issuer is missing', { JWKS_URL, JWT_AUDIENCE: AUDIENCE }, 'JWT_ISSUER'],
    ['the audience is missing', { JWKS_URL, JWT_ISSUER: ISSUER }, 'JWT_AUDIENCE'],
    ['the keys are missing', { JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE }, 'JWKS_URL'],
    ['the keys lie in a file', { JWKS_URL: 'file:///etc/keys' }, 'JWKS_URL'],
    ['alg none is allowed', { JWT_ALGORITHMS: 'RS256,none' }, 'JWT_ALGORITHMS'],
    ['a shared secret is allowed', { JWT_ALGORITHMS: 'HS256' }, 'JWT_ALGORITHMS'],
    ['a time is negative', { JWT_CLOCK_TOLERANCE_S: '-1' }, 'JWT_CLOCK_TOLERANCE_S'],
  ])('when %s', (_, environment, setting) => {
    const start = () => authenticator(readSettings(AUTHENTICATION_SETTINGS, environment), { log });

    expect(start).toThrow(expect.objectContaining({ code: 'INVALID_SETTING', details: { setting } }));
  });

  test('never when algorithms of key pairs are chosen', async () => {
    const { JWT_ALGORITHMS } = readSettings(AUTHENTICATION_SETTINGS, { JWT_ALGORITHMS: 'PS512, EdDSA' });

    expect(JWT_ALGORITHMS).toEqual(['PS512', 'EdDSA']);
  });
});

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function unsignedWithSignature(): string {
  const header = base64url(JSON.stringify({ alg: 'none', kid: 'first' }));
  return `${header}.${base64url(JSON.stringify(CLAIMS))}.${base64url('signed')}`;
}

function secretOf({ pair }: Site): string {
  const header = base64url(JSON.stringify({ alg: 'HS256', kid: pair.kid }));
  const body = `${header}.${base64url(JSON.stringify(CLAIMS))}`;
  return `${body}.${createHmac('sha256', JSON.stringify(pair.published)).update(body).digest('base64url')}`;
}

async function bearerWithOwnKey(): Promise<string> {
  const own = await aPair('own');
  return `Bearer ${await signed(own, CLAIMS, { jwk: own.published, jku: 'https://own.test/keys' })}`;
}

async function critical({ pair }: Site): Promise<string> {
  return `Bearer ${await signedRaw(pair.privateKey, { alg: pair.alg, kid: pair.kid, crit: ['x'], x: 1 }, CLAIMS)}`;
}

async function listSignedBy({ pair }: Site): Promise<string> {
  return signedRaw(pair.privateKey, { alg: pair.alg, kid: pair.kid }, ['iss', ISSUER]);
}

/** Signs what jose would refuse to sign. */
async function signedRaw(key: CryptoKey, header: object, claims: object): Promise<string> {
  const body = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(algorithm, key, Buffer.from(body));
  return `${body}.${Buffer.from(signature).toString('base64url')}`;
}

const CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ,'.split('');

/** One character replaced, put in or left out; the end cut off; parts swapped, repeated or dropped; text around it. */
function aChangeOf(token: string): fc.Arbitrary<string> {
  const place = fc.nat(token.length - 1);
  const character = fc.constantFrom(...CHARACTERS);
  const parts = token.split('.');
  return fc.oneof(
    fc.tuple(place, character).map(([at, by]) => token.slice(0, at) + by + token.slice(at + 1)),
    character.map((by) => token.slice(0, -1) + by),
    fc.tuple(place, character).map(([at, by]) => token.slice(0, at) + by + token.slice(at)),
    place.map((at) => token.slice(0, at) + token.slice(at + 1)),
    place.map((at) => token.slice(0, at)),
    fc.array(fc.constantFrom(...parts), { maxLength: 4 }).map((some) => some.join('.')),
    fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }).map((more) => token + more),
    fc
      .string({ minLength: 1, maxLength: 3 })
      .filter((more) => more.trim() !== '')
      .map((more) => more + token),
  );
}
