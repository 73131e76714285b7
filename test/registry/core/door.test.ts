import { bearerFor, verifyBearer } from '../../../schema/contract/release/bearer.js';
import { Door } from '../../../schema/registry/server/door.js';
import { EMPTY } from '../../../schema/registry/state/state.js';
import { aRegistry, type TestRegistry } from './a-registry.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { request } from 'node:http';

let registry: TestRegistry;

beforeAll(async () => {
  registry = await aRegistry();
});
afterAll(() => registry.stop());

const KEYS = { method: 'GET', path: '/keys', body: '' };

function tokenFor(bound = KEYS, audience = 'a-test', now = new Date()): string {
  return bearerFor(bound, { key: registry.operator.key, audience, now });
}

async function asked(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; code?: string; reason?: string }> {
  const response = await fetch(`${registry.url}${path}`, init);
  const { error } = (await response.json()) as { error?: { code: string; reason?: string } };
  return { status: response.status, ...error };
}

function withToken(token: string): RequestInit {
  return { headers: { authorization: `Bearer ${token}` } };
}

test('whoever signs a request with a key of the registry is answered', async () => {
  expect(await asked('/keys', withToken(tokenFor()))).toEqual({ status: 200 });
});

test.each([
  ['nothing', () => ({}), 'MISSING'],
  ['another scheme', () => ({ headers: { authorization: 'Basic abc' } }), 'MISSING'],
  ['words', () => withToken('a.b.c'), 'UNTRUSTED'],
  ['a token for another registry', () => withToken(tokenFor(KEYS, 'another')), 'OTHER_REGISTRY'],
  ['a token for another path', () => withToken(tokenFor({ ...KEYS, path: '/law' })), 'WRONG_CLAIMS'],
  [
    'a token that is over',
    () => withToken(tokenFor(KEYS, 'a-test', new Date(Date.now() - 120_000))),
    'EXPIRED',
  ],
])('with %s a request is refused', async (_, init, reason) => {
  expect(await asked('/keys', init())).toMatchObject({ status: 401, code: 'UNAUTHENTICATED', reason });
});

test('a token is good once', async () => {
  const token = tokenFor();
  await asked('/keys', withToken(token));
  expect(await asked('/keys', withToken(token))).toMatchObject({ status: 401, reason: 'USED' });
});

test('a token is good for the body for which it was made, and no other', async () => {
  const bound = { method: 'POST', path: '/statements', body: '{"jws":"a"}' };
  const init = { method: 'POST', ...withToken(tokenFor(bound)) };
  const other = await asked('/statements', { ...init, body: '{"jws":"b"}' });
  expect(other).toMatchObject({ status: 401, reason: 'WRONG_CLAIMS' });
});

test('anybody learns the name of the registry and whether it is ready, and nothing else', async () => {
  const health = await fetch(`${registry.url}/health`);
  expect(await health.json()).toEqual({ name: 'a-test', seq: 2, isReady: true });
  for (const path of ['/log', '/texts/x', '/channels/production', '/nothing'])
    expect(await asked(path)).toMatchObject({ status: 401 });
});

test('what is not there is said to be not there', async () => {
  expect(await asked('/nothing', withToken(tokenFor({ ...KEYS, path: '/nothing' })))).toMatchObject({
    status: 404,
  });
});

test('a body that is too large is refused before it is read', async () => {
  const bound = { method: 'POST', path: '/statements', body: '' };
  const headers = { authorization: `Bearer ${tokenFor(bound)}`, 'content-length': 9_000_000 };
  const status = await new Promise((resolve, reject) => {
    const sent = request(`${registry.url}/statements`, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.on('error', reject);
    sent.write('{');
  });
  expect(status).toBe(413);
});

test('what is no statement is refused with what is wrong', async () => {
  const { client } = registry.operator;
  for (const jws of ['', 'a.b.c', 'x'.repeat(70_000)])
    await expect(client.submit(jws)).rejects.toMatchObject({
      code: expect.stringMatching(/^INVALID_(STATEMENT|INPUT)$/),
    });
});

test('whoever sends too much in a minute is turned away, and nobody else is', () => {
  const { publicJwk } = registry.operator.newKey;
  const keys = new Map(['much', 'little'].map((kid) => [kid, { kid, publicJwk, owner: kid, addedAt: '' }]));
  const door = new Door(() => ({ ...EMPTY, keys }));
  const { request } = verifyBearer(tokenFor(), {
    keys: () => publicJwk,
    audience: 'a-test',
    now: new Date(),
  });
  const exp = Date.now() / 1_000 + 60;
  const enter = (kid: string, jti: number): unknown =>
    door.enter({ kid, jti: String(jti), exp, request }, KEYS);
  for (let sent = 0; sent < 10_000; sent += 1) enter('much', sent);
  expect(() => enter('much', 10_000)).toThrow(expect.objectContaining({ code: 'TRY_AGAIN' }));
  expect(enter('little', 1)).toMatchObject({ kid: 'little' });
});
