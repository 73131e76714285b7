import { CALLER_CHECK_SETTINGS, requireCallerToken } from '../../schema/contract/caller-check.js';
import {
  CALLER_TOKEN_DEFAULTS,
  callerTokens,
  type CalledOperation,
} from '../../schema/contract/caller-token.js';
import { ANONYMOUS, callerWith } from '../../schema/contract/caller.js';
import { readSettings, type Environment } from '../../schema/contract/settings.js';
import { aKeyServer, aPair, signed } from '../gateway/engine/authenticate/issuer.js';
import { outcomeOf, START } from '../gateway/engine/authenticate/site.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';

const log = pino({ level: 'silent' });
const SUBGRAPHS = ['union', 'coordination'];
const AN = callerWith({ sub: 'an', scope: 'read', policies: ['mfa'], nested: { vi: 'Đoàn' } });

let folder: string;
let privateFile: string;
let publicFile: string;
let pair: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lien-thong-keys-'));
  pair = generateKeyPairSync('ed25519');
  privateFile = await file('private.pem', pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  publicFile = await file('public.pem', pair.publicKey.export({ type: 'spki', format: 'pem' }));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, text: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

function tokens(now = () => START * 1_000) {
  return callerTokens({ ...CALLER_TOKEN_DEFAULTS, SUBGRAPH_TOKEN_KEY_FILE: privateFile }, now);
}

function check(
  environment: Environment = { GATEWAY_PUBLIC_KEY_FILE: publicFile },
  now = () => START * 1_000,
) {
  return requireCallerToken(readSettings(CALLER_CHECK_SETTINGS, environment), {
    subgraph: 'union',
    log,
    now,
  });
}

function operation(changed: Partial<CalledOperation> = {}): CalledOperation {
  return { requestId: 'request-1', caller: AN, subgraphs: SUBGRAPHS, ...changed };
}

async function outcome(token: string, subject = check()): Promise<string> {
  return outcomeOf(async () => subject.callerOf(`Bearer ${token}`));
}

describe('the token that the gateway sends to subgraphs', () => {
  test('tells who asks', async () => {
    expect(await check().callerOf(`Bearer ${tokens().tokenFor(operation())}`)).toEqual(AN);
  });

  test('tells an anonymous caller from one without claims', async () => {
    const asked = async (caller: CalledOperation['caller']) =>
      check().callerOf(`Bearer ${tokens().tokenFor(operation({ caller }))}`);

    expect(await asked(ANONYMOUS)).toBe(ANONYMOUS);
    expect((await asked(callerWith({}))).isAuthenticated).toBe(true);
  });

  test('is good for a minute at most, and for the subgraphs of the operation alone', () => {
    const claims = decodeJwt(tokens().tokenFor(operation()));

    expect(claims).toMatchObject({ iss: 'gateway', aud: ['union', 'coordination'], iat: START });
    expect(claims.exp).toBe(START + 60);
  });

  test('is signed once for a caller, and again when half its life is over', () => {
    let time = START;
    const subject = tokens(() => time * 1_000);
    const first = subject.tokenFor(operation());

    time += 29;
    expect(subject.tokenFor(operation({ requestId: 'request-2' }))).toBe(first);
    time += 1;

    expect(decodeJwt(subject.tokenFor(operation())).exp).toBe(START + 90);
  });

  test('is signed anew for another caller, and for the subgraphs of another supergraph', () => {
    const subject = tokens();
    const first = subject.tokenFor(operation());

    expect(subject.tokenFor(operation({ caller: callerWith({ sub: 'an' }) }))).not.toBe(first);
    expect(decodeJwt(subject.tokenFor(operation({ subgraphs: ['union'] }))).aud).toEqual(['union']);
  });

  test('is signed with the key that the gateway publishes, named by its thumbprint', async () => {
    const subject = tokens();
    const [published] = subject.jwks.keys;

    expect(decodeProtectedHeader(subject.tokenFor(operation()))).toEqual({
      alg: 'EdDSA',
      typ: 'caller+jwt',
      kid: published?.kid,
    });
    expect(Object.keys(published ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(await importJWK(published ?? {})).toMatchObject({ type: 'public' });
  });

  test('is signed with a key of its own by each gateway that has no key file', async () => {
    const [one, other] = [callerTokens(CALLER_TOKEN_DEFAULTS), callerTokens(CALLER_TOKEN_DEFAULTS)];

    expect(one.jwks.keys[0]?.kid).not.toBe(other.jwks.keys[0]?.kid);
    expect(await outcome(one.tokenFor(operation()))).toBe('UNAUTHENTICATED UNTRUSTED');
  });

  test('carries any claims unchanged', async () => {
    const subject = check();
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (claims) => {
        const sent = JSON.parse(JSON.stringify(claims)) as Record<string, unknown>;
        const token = tokens().tokenFor(operation({ caller: callerWith(sent) }));
        expect((await subject.callerOf(`Bearer ${token}`)).claims).toEqual(sent);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a subgraph', () => {
  test('takes the keys from the address of its gateway', async () => {
    await using disposer = new AsyncDisposableStack();
    const gateway = tokens();
    const server = disposer.adopt(await aKeyServer(), (each) => each.close());
    server.publish(...gateway.jwks.keys.map((published) => ({ published })));
    const subject = disposer.adopt(check({ GATEWAY_JWKS_URL: server.url }), (each) => each.close());
    const token = gateway.tokenFor(operation());

    const first = await subject.callerOf(`Bearer ${token}`);

    expect(first).toEqual(AN);
    expect(subject.callerOf(`Bearer ${token}`)).toBe(first);
    expect(server.paths).toHaveLength(1);
  });

  const gatewayClaims = {
    iss: 'gateway',
    aud: 'union',
    iat: START,
    exp: START + 60,
    caller: null,
  };
  const header = { alg: 'EdDSA', typ: 'caller+jwt', kid: undefined };
  const by = async (claims: object, changed: object = {}) => {
    const forger = { ...(await aPair('first', 'EdDSA')), privateKey: pair.privateKey as never };
    return signed(forger, { ...gatewayClaims, ...claims }, { ...header, ...changed });
  };

  test.each<[string, () => Promise<string> | string, string]>([
    [
      'is meant for another subgraph',
      () => tokens().tokenFor(operation({ subgraphs: ['recognition'] })),
      'WRONG_CLAIMS',
    ],
    ['has expired', () => tokens(() => (START - 66) * 1_000).tokenFor(operation()), 'EXPIRED'],
    ['is good for too long', () => by({ iat: START - 120, exp: START + 600 }), 'EXPIRED'],
    ['does not say since when it is good', () => by({ iat: undefined }), 'INCOMPLETE'],
    ['was not issued by a gateway', () => by({ iss: 'https://issuer.test' }), 'WRONG_CLAIMS'],
    ['is of another kind', () => by({}, { typ: 'JWT' }), 'WRONG_CLAIMS'],
    ['does not say for which caller', () => by({ caller: undefined }), 'INCOMPLETE'],
    [
      'is signed by another key',
      async () => signed(await aPair('x', 'EdDSA'), gatewayClaims, header),
      'UNTRUSTED',
    ],
    ['is no token', () => 'abc', 'MALFORMED'],
  ])('refuses a token that %s', async (_, token, reason) => {
    expect(await outcome(await token())).toBe(`UNAUTHENTICATED ${reason}`);
  });

  test('takes the token that these are changes of', async () => {
    expect(await outcome(await by({}))).toBe('accepted');
  });

  test('refuses a request without a token', async () => {
    expect(await outcomeOf(async () => check().callerOf(undefined))).toBe('UNAUTHENTICATED MISSING');
  });

  test('in development answers without a token, yet checks the one that comes', async () => {
    const open = check({ ACCEPT_WITHOUT_TOKEN: 'true', GATEWAY_PUBLIC_KEY_FILE: publicFile });

    expect(open.callerOf(undefined)).toBe(ANONYMOUS);
    expect(await outcome('a.b.c', open)).toMatch(/^UNAUTHENTICATED/);
  });

  test('in development without keys takes everybody for anonymous, whatever the token', () => {
    const open = check({ ACCEPT_WITHOUT_TOKEN: 'true' });

    expect(open.callerOf(`Bearer ${tokens().tokenFor(operation())}`)).toBe(ANONYMOUS);
  });

  test('does not start with two sources of that key, of which one would not count', () => {
    const both = { GATEWAY_PUBLIC_KEY_FILE: publicFile, GATEWAY_JWKS_URL: 'http://127.0.0.1:9/jwks.json' };

    expect(() => check(both)).toThrow(
      expect.objectContaining({
        code: 'INVALID_SETTING',
        details: { setting: 'GATEWAY_PUBLIC_KEY_FILE' },
      }),
    );
  });

  test('does not start without a key of its gateway', () => {
    expect(() => check({})).toThrow(expect.objectContaining({ code: 'INVALID_SETTING' }));
  });
});

describe('a key file is refused', () => {
  const PRIVATE = 'SUBGRAPH_TOKEN_KEY_FILE';
  const PUBLIC = 'GATEWAY_PUBLIC_KEY_FILE';
  const sign = (path: string) => callerTokens({ ...CALLER_TOKEN_DEFAULTS, SUBGRAPH_TOKEN_KEY_FILE: path });
  const verify = (path: string) => check({ GATEWAY_PUBLIC_KEY_FILE: path });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  test.each<[string, (path: string) => unknown, () => Promise<string> | string, string]>([
    ['it does not exist', sign, () => join(folder, 'none.pem'), PRIVATE],
    ['it is no key', sign, () => file('words.pem', 'secret words'), PRIVATE],
    ['the gateway gets the public key', sign, () => publicFile, PRIVATE],
    [
      'the gateway gets a key of another kind',
      sign,
      () => file('ec.pem', other.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      PRIVATE,
    ],
    ['a subgraph gets the private key', verify, () => privateFile, PUBLIC],
    [
      'a subgraph gets a key of another kind',
      verify,
      () => file('ec-public.pem', other.publicKey.export({ type: 'spki', format: 'pem' })),
      PUBLIC,
    ],
  ])('when %s, without a word of it', async (_, use, path, setting) => {
    const at = await path();
    const refusal = expect.objectContaining({
      code: 'INVALID_SETTING',
      details: { setting },
      message: expect.not.stringMatching(/secret words|\.pem/),
    });
    expect(() => use(at)).toThrow(refusal);
  });
});
