import { aHub, type TestHub } from './support/hub.js';
import { startProcess } from './support/process.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let hub: TestHub;
beforeAll(async () => {
  hub = await aHub();
}, 120_000);
afterAll(() => hub.close());

async function post(
  body: object,
): Promise<{ readonly status: number; readonly code: unknown; readonly messageVi: unknown }> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  const { errors } = (await response.json()) as {
    errors: readonly { extensions: Record<string, unknown> }[];
  };
  return {
    status: response.status,
    code: errors[0]?.extensions['code'],
    messageVi: errors[0]?.extensions['messageVi'],
  };
}

describe("a client's mistake is told as one", () => {
  test('a subscription of a graph that has none: no data', async () => {
    const { status, code, messageVi } = await post({ query: 'subscription { x }' });
    expect([status, code]).toEqual([200, 'OPERATION_RESOLUTION_FAILURE']);
    expect(messageVi).toEqual(expect.any(String));
  });

  test('a persisted query, which the hub does not keep', async () => {
    const persistedQuery = { version: 1, sha256Hash: 'abc' };
    expect((await post({ extensions: { persistedQuery } })).code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
  });
});

describe("an operator's mistake is told as one", () => {
  test('a database that cannot be reached: code, both languages, no address', async () => {
    const started = startProcess('subgraphs/main.js', ['union'], {
      PORT: '0',
      ACCEPT_WITHOUT_TOKEN: 'true',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/secret-name',
    });
    expect(await started.ended).toBe(1);
    const last = started.events.findLast(({ code }) => code !== undefined);
    expect(last).toMatchObject({
      code: 'DATABASE_FAILED',
      databaseCode: 'ECONNREFUSED',
      vi: expect.any(String),
    });
    expect(JSON.stringify(started.events)).not.toMatch(/secret-name|127\.0\.0\.1:1|node_modules/);
  }, 60_000);

  test('a data folder that cannot be made is refused at once', async () => {
    const started = startProcess('gateway/embedded.js', [], { PORT: '0', DATA_DIR: '/proc/lien-thong/data' });
    expect(await started.ended).toBe(2);
    expect(started.events.findLast(({ code }) => code !== undefined)).toMatchObject({
      code: 'INVALID_SETTING',
      setting: 'DATA_DIR',
    });
  }, 60_000);

  test('a wrong setting stops the start, and is told in both languages with what was given', async () => {
    const started = startProcess('gateway/embedded.js', [], { PORT: 'abc' });
    expect(await started.ended).toBe(2);
    expect(started.events.findLast(({ code }) => code !== undefined)).toMatchObject({
      code: 'INVALID_SETTING',
      setting: 'PORT',
      vi: 'Thiết lập PORT không hợp lệ: giá trị hiện là "abc", cần một số nguyên, ví dụ 4000; xem docs/settings.md.',
      en: 'Setting PORT is wrong: it is "abc", a whole number is needed, for example 4000; see docs/settings.md.',
    });
  }, 60_000);
});

describe('search', () => {
  test('puts the places and bodies named just so before longer names', async () => {
    const { data } = await hub.ask('{ search(text: "bac giang", first: 3) { edges { node { label } } } }');
    const labels = data.search.edges.map(
      ({ node }: { readonly node: { readonly label: string } }) => node.label,
    );
    expect(labels).toContain('Tỉnh Bắc Giang');
  });
});
