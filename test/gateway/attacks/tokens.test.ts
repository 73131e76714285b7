import { describe, expect, test } from '@jest/globals';
import { UnsecuredJWT, type JWTPayload } from 'jose';
import { createHmac, createPublicKey } from 'node:crypto';
import { authenticator } from '../../../gateway/engine/authenticate/authenticator.js';
import { AUTHENTICATION_SETTINGS } from '../../../gateway/engine/authenticate/settings.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { SILENT, sharedHub } from '../../support/tiny-hub.js';
import { anAccessSite, type AccessSite } from '../access/site.js';
import { aPair, signed, type Pair } from '../engine/authenticate/issuer.js';
import { errorsIn, send } from '../http/send.js';

const BUDGETS = JSON.stringify({ query: '{ unions { name budget } }' });
/** Seconds since 1970, so many seconds from now. */
const after = (seconds: number): number => Math.floor(Date.now() / 1_000) + seconds;
const CLAIMS = { iss: 'https://issuer.test', aud: 'hub', exp: after(3_600), scope: 'auditor' };
const DAY = 86_400;

let opened: AccessSite | undefined;
let rsa: Pair | undefined;
const hub = sharedHub(async () => {
  opened = await anAccessSite();
  rsa = await aPair('rsa', 'RS256');
  opened.keys.publish(opened.pair, rsa);
  return opened.hub;
});

function site(): AccessSite & { readonly rsa: Pair } {
  if (!opened || !rsa) throw new Error('The site is not open.');
  return { ...opened, rsa };
}

/** Asks for what only auditors may see. */
async function ask(headers: readonly string[], search = '') {
  const head = ['host', 'hub', 'content-type', 'application/json', ...headers];
  const sent = await send(`${hub.url}/graphql${search}`, { method: 'POST', headers: head }, [BUDGETS]);
  return { ...sent, errors: errorsIn(sent), asked: site().asked() };
}

async function refusal(token: string) {
  const { status, headers, body, asked } = await ask(['authorization', `Bearer ${token}`]);
  expect({ status, asked }).toEqual({ status: 401, asked: [] });
  expect(headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  expect(body).not.toMatch(/51000\d|eyJ/);
}

const with_ = (claims: JWTPayload, header = {}) => signed(site().pair, { ...CLAIMS, ...claims }, header);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('ATN-01: a token is refused', () => {
  test.each(['none', 'None', 'NONE', ''])('that says it needs no signature: alg %j', async (alg) => {
    const body = `${encoded({ alg, kid: 'rsa' })}.${encoded(CLAIMS)}`;

    await refusal(`${body}.`);
    await refusal(`${body}.${encoded('signature')}`);
    await refusal(new UnsecuredJWT(CLAIMS).encode());
  });

  test.each<[string, (key: ReturnType<typeof createPublicKey>) => string | Buffer]>([
    ['as PEM', (key) => key.export({ type: 'spki', format: 'pem' })],
    [
      'as PEM without its last line end',
      (key) => key.export({ type: 'spki', format: 'pem' }).toString().trim(),
    ],
    ['as PKCS 1', (key) => key.export({ type: 'pkcs1', format: 'pem' })],
    ['as DER', (key) => key.export({ type: 'spki', format: 'der' })],
    ['as JWK', (key) => JSON.stringify(key.export({ format: 'jwk' }))],
  ])('whose shared secret is the public RSA key %s', async (_, form) => {
    const key = createPublicKey({ key: site().rsa.published, format: 'jwk' });
    const body = `${encoded({ alg: 'HS256', kid: 'rsa' })}.${encoded(CLAIMS)}`;

    await refusal(`${body}.${createHmac('sha256', form(key)).update(body).digest('base64url')}`);
  });

  test('that is signed by one key in the name of another', async () => {
    await refusal(await signed(site().pair, CLAIMS, { kid: 'rsa' }));
    await refusal(await signed({ ...site().rsa, kid: 'first' }, CLAIMS));
  });

  test('that brings or names its own key, and nobody looks there', async () => {
    const own = await aPair('first');
    const elsewhere = await faultyServer(answering(200, JSON.stringify({ keys: [own.published] })));

    for (const header of [{ jwk: own.published }, { jku: elsewhere.url }, { x5u: elsewhere.url }])
      await refusal(await signed(own, CLAIMS, header));

    expect(elsewhere.requests).toEqual([]);
  });

  test.each([
    '../../../dev/null',
    "' or 1=1 --",
    '__proto__',
    'constructor',
    'http://10.0.0.7/',
    'a'.repeat(4_000),
  ])('whose key id is a trick: %.30s', async (kid) => refusal(await with_({}, { kid })));

  test('though a good one is let in', async () => {
    const { status, body } = await ask(['authorization', `Bearer ${await with_({})}`]);

    expect({ status, budgets: body.match(/51000\d/g) }).toEqual({
      status: 200,
      budgets: ['510001', '510002'],
    });
  });
});

describe('ATN-05: a token', () => {
  test.each<[string, () => JWTPayload]>([
    ['expired a second ago', () => ({ exp: after(-1) })],
    ['holds from the next second on', () => ({ nbf: after(1) })],
  ])('is let in within the difference of clocks that is configured: %s', async (_, claims) => {
    const { status } = await ask(['authorization', `Bearer ${await with_(claims())}`]);

    expect(status).toBe(200);
  });

  test.each<[string, () => JWTPayload]>([
    ['expired 61 seconds ago', () => ({ exp: after(-61) })],
    ['expired a day ago', () => ({ exp: after(-DAY) })],
    ['holds from in a minute on', () => ({ nbf: after(120) })],
    ['holds from tomorrow on', () => ({ nbf: after(DAY) })],
    ['never expires', () => ({ exp: undefined })],
    ['expires at a text', () => ({ exp: 'later' as never })],
    ['is meant for others', () => ({ aud: 'shop' })],
    ['is meant for others among which there is none like us', () => ({ aud: ['hub.evil', 'HUB', 'hub '] })],
    ['is meant for nobody', () => ({ aud: undefined })],
    ['is of another issuer, with a key id of ours', () => ({ iss: 'https://issuer.test.evil' })],
    ['is of an issuer that is written otherwise', () => ({ iss: 'https://issuer.test/' })],
    ['is of no issuer', () => ({ iss: undefined })],
  ])('is refused that %s', async (_, claims) => refusal(await with_(claims())));

  test.each(['JWT_AUDIENCE', 'JWT_ISSUER'])('is trusted by no gateway that is not told %s', (missing) => {
    const all = {
      JWKS_URL: 'https://issuer.test/keys',
      JWT_ISSUER: 'https://issuer.test',
      JWT_AUDIENCE: 'hub',
    };
    const start = () =>
      authenticator(readSettings(AUTHENTICATION_SETTINGS, { ...all, [missing]: undefined }), { log: SILENT });

    expect(start).toThrow(expect.objectContaining({ code: 'INVALID_SETTING' }));
  });
});

describe('ATN-06: two credentials', () => {
  test('in two headers are refused, in either order', async () => {
    const [mine, other] = [`Bearer ${await with_({})}`, `Bearer ${await with_({ scope: '' })}`];

    for (const [first, second] of [
      [mine, other],
      [other, mine],
      [mine, mine],
    ] as const) {
      const { status, asked } = await ask(['authorization', first, 'Authorization', second]);
      expect({ status, asked }).toEqual({ status: 401, asked: [] });
    }
  });

  test('in one header are refused', async () => {
    const token = await with_({});

    for (const text of [
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token} ${token}`,
      `Bearer ${token};${token}`,
    ])
      expect(await ask(['authorization', text])).toMatchObject({ status: 401, asked: [] });
  });

  test.each(['access_token', 'token', 'authorization', 'jwt'])(
    'of which one stands in the address are refused: %s',
    async (name) => {
      const token = await with_({});

      const sent = await ask(['authorization', `Bearer ${token}`], `?${name}=${token}`);

      expect(sent).toMatchObject({ status: 400, asked: [] });
      expect(sent.body).not.toContain(token);
    },
  );

  const cookieOf = (token: string) => ['cookie', `authorization=Bearer ${token}; token=${token}`];

  test('of which one is a cookie are one: a cookie alone gives no right', async () => {
    const sent = await ask(cookieOf(await with_({})));

    expect(sent.errors).toMatchObject([{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
    expect(sent.body).not.toMatch(/51000\d/);
  });

  test.each([
    ['more', 'auditor', '', null],
    ['fewer', '', 'auditor', ['510001', '510002']],
  ])('of which the cookie has %s rights give those of the other', async (_, cookie, header, budgets) => {
    const [kept, given] = [await with_({ scope: cookie }), await with_({ scope: header })];
    const authorization = ['authorization', `Bearer ${given}`];

    for (const headers of [
      [...cookieOf(kept), ...authorization],
      [...authorization, ...cookieOf(kept)],
    ]) {
      const { status, body } = await ask(headers);
      expect({ status, budgets: body.match(/51000\d/g) }).toEqual({ status: 200, budgets });
    }
  });
});

describe('claims of another form than expected', () => {
  test.each<[string, JWTPayload]>([
    ['a list of scopes within a scope', { scope: [['auditor']] as never }],
    ['an object of scopes', { scope: { auditor: true } }],
    ['scopes with other letters between', { scope: 'x,auditor\u00a0auditor\tx' }],
    ['scopes of a prototype', JSON.parse('{"scope": "", "__proto__": {"scope": "auditor"}}') as JWTPayload],
    ['a name of a scope in capitals', { scope: 'AUDITOR' }],
  ])('give no right: %s', async (_, claims) => {
    const { status, body } = await ask(['authorization', `Bearer ${await with_(claims)}`]);

    expect([200, 401]).toContain(status);
    expect(body).not.toMatch(/51000\d/);
  });
});
