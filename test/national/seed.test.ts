import { connected } from '../../gateway/embedded/postgres/client.js';
import { PLANS } from '../../subgraphs/plans.js';
import { aLoaded, deliver, type Asked } from '../support/loaded.js';
import { SeedRefused } from './options.js';
import { seedNation } from './seed.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** As little as there can be of everything. */
const OPTIONS = { seed: 'test', scale: 0.0001, again: false };

const agencies: Asked[] = [];
let announced: readonly number[];
beforeAll(async () => {
  for (const plan of PLANS) agencies.push(await aLoaded(plan));
  await deliver(agencies.map(({ subgraph }) => subgraph));
  announced = await countEach('outbox');
  await seedNation(agencies, OPTIONS, () => undefined);
}, 60_000);
afterAll(async () => {
  for (const agency of agencies) await agency.close();
});

async function rows<Row extends object>({ databaseUrl }: Asked, statement: string): Promise<readonly Row[]> {
  return connected(databaseUrl, async (client) => (await client.query<Row>(statement)).rows);
}

function countEach(table: string): Promise<readonly number[]> {
  const counts = agencies.map((agency) =>
    rows<{ count: number }>(agency, `select count(*)::int from ${table}`),
  );
  return Promise.all(counts.map(async (counted) => (await counted)[0]?.count ?? 0));
}

test('every synthetic record says that it is none, and is kept in the history', async () => {
  for (const agency of agencies) {
    const made = await rows<{ flagged: boolean; version: number }>(
      agency,
      `select content -> 'data_quality_flags' @> '[{"code": "SYNTHETIC"}]' as flagged, version from record_version
       where substr(key::text, 15, 1) = '8'`,
    );

    expect(made.length).toBeGreaterThan(10);
    expect(made.every(({ flagged, version }) => flagged && version === 1)).toBe(true);
  }
});

test('edges between organisations reach every agency without an announcement of each', async () => {
  const [first, ...others] = await countEach('organization_edge');

  expect(first).toBeGreaterThan(60);
  expect(others).toEqual([first, first]);
  expect(await countEach('outbox')).toEqual(announced);
});

test('the triggers of the tables work again, and the rules over time stand', async () => {
  for (const agency of agencies) {
    const off = await rows(agency, `select from pg_trigger where tgenabled = 'D'`);
    expect(off).toHaveLength(0);
  }
  const [union] = agencies;
  const rules = await rows(union as Asked, `select from pg_constraint where contype = 'x'`);
  expect(rules.length).toBeGreaterThan(1);
});

test('the totals that are kept are those of all that was written', async () => {
  for (const agency of agencies) expect(await rows(agency, 'select * from wrong_totals()')).toEqual([]);
});

test('the graph answers about it', async () => {
  const [union] = agencies;
  const { data, errors } = await (union as Asked)
    .ask(`{ unionOrganizations(level: GRASSROOTS, first: 1) { nodes {
    nameVi parent { parent { nameVi } } dataQualityFlags { code } } } }`);

  expect(errors).toBeUndefined();
  expect(data.unionOrganizations.nodes[0]).toMatchObject({
    parent: { parent: { nameVi: expect.any(String) } },
    dataQualityFlags: [{ code: 'SYNTHETIC' }],
  });
});

test('a seed is never put upon another, only completed', async () => {
  await expect(seedNation(agencies, OPTIONS, () => undefined)).rejects.toThrow(SeedRefused);
  expect(await seedNation(agencies, { ...OPTIONS, again: true }, () => undefined)).toBe(0);
});
