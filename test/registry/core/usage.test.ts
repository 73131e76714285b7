import { addressOf } from '../../../schema/contract/release/address.js';
import type { OperationUse, UsageBatch } from '../../../schema/contract/release/wire.js';
import { Store } from '../../../schema/registry/store/store.js';
import { UsageStore, USAGE_BOUNDS } from '../../../schema/registry/usage/store/usage-store.js';
import { sdlOf } from './a-law.js';
import { aRegistry, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';

let registry: TestRegistry;
let gateway: Party;
let union: Party;
let store: Store;

beforeAll(async () => {
  registry = await aRegistry();
  gateway = await registry.party({ role: 'GATEWAY' });
  union = await registry.party({ agency: 'union' });
  store = await Store.open(registry.settings['DATABASE_URL'] ?? '', () => undefined);
});
afterAll(async () => {
  await store.close();
  await registry.stop();
});

const NOW = new Date().toISOString();
const LONG_AGO = new Date(Date.now() - 30 * 86_400_000);

function aUse(more: Partial<OperationUse> = {}): OperationUse {
  return {
    client: 'portal',
    version: '1',
    isVerified: true,
    day: NOW.slice(0, 10),
    lastSeen: NOW,
    count: 1,
    ...more,
  };
}

function aBatch(channel: string, uses: readonly OperationUse[], more: Partial<UsageBatch> = {}): UsageBatch {
  const operations = [{ signature: 'union', text: '{ union { id } }', uses }];
  return { channel, since: NOW, until: NOW, nonce: randomUUID(), operations, dropped: 0, ...more };
}

describe('use', () => {
  test('is told by gateways alone', async () => {
    await expect(union.client.reportUsage(aBatch('production', [aUse()]))).rejects.toMatchObject({
      code: 'NOT_YOURS',
    });
  });

  test('is added up by day, operation and client, and the same batch counts once', async () => {
    const batch = aBatch('counted', [aUse({ count: 2 }), aUse({ version: '2' })]);
    await gateway.client.reportUsage(batch);
    await gateway.client.reportUsage(batch);
    await gateway.client.reportUsage(aBatch('counted', [aUse({ count: 5 })]));
    expect(await union.client.topOperations('counted', 10)).toMatchObject([{ signature: 'union', count: 8 }]);
    const { operations } = await new UsageStore(store).evidence('counted', LONG_AGO);
    expect(operations[0]?.uses.map(({ version, count }) => [version, count]).toSorted()).toEqual([
      ['1', 7],
      ['2', 1],
    ]);
  });

  test('of clients that nobody verified is kept, and is no evidence', async () => {
    await gateway.client.reportUsage(aBatch('unverified', [aUse({ isVerified: false })]));
    expect(await union.client.topOperations('unverified', 10)).toHaveLength(1);
    expect((await new UsageStore(store).evidence('unverified', LONG_AGO)).operations).toEqual([]);
  });

  test('that a gateway dropped makes the record incomplete', async () => {
    await gateway.client.reportUsage(aBatch('whole', [aUse()]));
    await gateway.client.reportUsage(aBatch('dropped', [aUse()], { dropped: 3 }));
    expect(await new UsageStore(store).evidence('whole', LONG_AGO)).toMatchObject({ isComplete: true });
    expect(await new UsageStore(store).evidence('dropped', LONG_AGO)).toMatchObject({ isComplete: false });
  });

  test('of a day on which no gateway told anything is missing, and the record says so', async () => {
    await gateway.client.reportUsage(aBatch('gap', [aUse()]));
    await store.use(async (db) => {
      const { sql } = await import('kysely');
      await sql`insert into usage_day values ('gap', current_date - 3, now() - interval '3 days', 0)`.execute(
        db,
      );
    });
    expect(await new UsageStore(store).evidence('gap', LONG_AGO)).toMatchObject({ isComplete: false });
  });

  test('cannot be claimed to have been recorded for long', async () => {
    await gateway.client.reportUsage(aBatch('claimed', [aUse()], { since: '2020-01-01T00:00:00.000Z' }));
    const { since = '' } = await new UsageStore(store).evidence('claimed', LONG_AGO);
    expect(Date.parse(since)).toBeGreaterThan(Date.now() - 3 * 86_400_000);
  });

  test('beyond the bounds is left out, what is known goes on, and the record is incomplete', async () => {
    const usage = new UsageStore(store, { ...USAGE_BOUNDS, perDay: 2 });
    await usage.record(aBatch('full', [aUse(), aUse({ version: '2' })]));
    await usage.record(aBatch('full', [aUse({ count: 4 }), aUse({ version: '3' })]));
    const { operations, isComplete } = await usage.evidence('full', LONG_AGO);
    expect(operations[0]?.uses.map(({ version, count }) => [version, count]).toSorted()).toEqual([
      ['1', 5],
      ['2', 1],
    ]);
    expect(isComplete).toBe(false);
  });

  test('of more operations than are kept is left out', async () => {
    const usage = new UsageStore(store, { ...USAGE_BOUNDS, operations: 1 });
    const operations = ['a', 'b'].map((signature) => ({
      signature,
      text: `{ ${signature} }`,
      uses: [aUse()],
    }));
    await usage.record(aBatch('many', [], { operations }));
    expect(await usage.top('many', 10)).toHaveLength(1);
    expect(await usage.evidence('many', LONG_AGO)).toMatchObject({ isComplete: false });
  });

  test('of verified clients has room, however much anonymous clients send', async () => {
    const usage = new UsageStore(store, { ...USAGE_BOUNDS, operations: 4, perDay: 4 });
    const operations = ['a', 'b', 'c', 'd', 'e'].map((signature) => ({
      signature,
      text: `{ ${signature} }`,
      uses: [aUse({ isVerified: false })],
    }));
    await usage.record(aBatch('flooded', [], { operations }));
    await usage.record(aBatch('flooded', [aUse()]));
    expect((await usage.evidence('flooded', LONG_AGO)).operations).toMatchObject([{ signature: 'union' }]);
  });

  test('is forgotten after its time', async () => {
    await gateway.client.reportUsage(aBatch('old', [aUse({ day: '2020-01-01' })]));
    await new UsageStore(store).forget();
    expect(await union.client.topOperations('old', 10)).toEqual([]);
  });

  test.each([
    { ...aBatch('x', [aUse()]), channel: '' },
    { ...aBatch('x', [aUse({ count: -1 })]) },
    { ...aBatch('x', [{ ...aUse(), person: 'somebody' } as OperationUse]) },
  ])('that is told in another form is refused (%#)', async (batch) => {
    await expect(gateway.client.reportUsage(batch)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('registered documents', () => {
  const DOCUMENTS = JSON.stringify(['{ union { id name } }']);
  const registering = {
    kind: 'DOCUMENTS_REGISTERED',
    client: 'a-client',
    version: '1',
    documents: addressOf(DOCUMENTS),
  } as const;

  test('count as use: what they ask cannot be taken away', async () => {
    const [sdl, less] = [sdlOf('union', ['name']), sdlOf('union')];
    await union.say(publishing('union', sdl), { texts: [sdl] });
    await union.say(registering, { texts: [DOCUMENTS] });
    const question = {
      subgraph: 'union',
      url: 'http://union.test:4001/graphql',
      sdl: less,
      channel: 'production',
    };
    const { findings } = await union.client.check(question);
    const client = expect.objectContaining({ client: 'a-client', isRegistered: true });
    const finding = expect.objectContaining({ check: 'BREAKING', clients: expect.arrayContaining([client]) });
    expect(findings).toContainEqual(finding);
  });

  test('keep a subgraph on its channel: only an operator takes away what clients ask', async () => {
    const other = await registry.party({ agency: 'recognition' });
    const sdl = sdlOf('recognition');
    await other.say(publishing('recognition', sdl), { texts: [sdl] });
    const said = {
      kind: 'WITHDREW_SUBGRAPH',
      subgraph: 'union',
      channel: 'production',
      reason: 'over',
    } as const;
    const finding = expect.objectContaining({ clients: [expect.objectContaining({ client: 'a-client' })] });
    await expect(union.say(said)).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      details: { report: { findings: expect.arrayContaining([finding]) } },
    });
    expect((await registry.operator.say(said)).entries).toHaveLength(3);
  });

  test('of a client are changed by whoever registered it first, and the operator', async () => {
    const other = await registry.party({ agency: 'recognition' });
    const none = { ...registering, documents: addressOf('[]') };
    await expect(other.say(none, { texts: ['[]'] })).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'union' },
    });
    await registry.operator.say(none, { texts: ['[]'] });
  });

  test('are bounded by versions of a client; an empty list makes room', async () => {
    const say = (version: string, documents = DOCUMENTS) =>
      union.say(
        { ...registering, client: 'much-released', version, documents: addressOf(documents) },
        { texts: [documents] },
      );
    for (let version = 1; version <= 20; version += 1) await say(String(version));
    await expect(say('21')).rejects.toMatchObject({
      code: 'INVALID_STATEMENT',
      details: { reason: 'NO_ROOM' },
    });
    await say('1', '[]');
    expect((await say('21')).entries).toHaveLength(1);
  });

  test.each(['no JSON', '["not graphql {"]', '{}'])('are a list of documents, not %s', async (written) => {
    const wrong = { ...registering, documents: addressOf(written) };
    await expect(union.say(wrong, { texts: [written] })).rejects.toMatchObject({
      details: { reason: 'DOCUMENTS' },
    });
  });
});
