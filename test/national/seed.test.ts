import { connected } from '../../gateway/embedded/postgres/client.js';
import { PLANS } from '../../subgraphs/plans.js';
import type { Caller } from '../../schema/contract/caller.js';
import { refOf } from '../coordination/practice.js';
import { aLoaded, deliver, type Asked } from '../support/loaded.js';
import { anOfficer } from '../support/officers.js';
import { NEVER } from './never.js';
import { SeedRefused } from './options.js';
import { seedNation } from './seed.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

/** Little of everything, yet some of each outcome. */
const OPTIONS = { seed: 'test', scale: 0.001, again: false };

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

function agencyOf(name: string): Asked {
  return agencies[PLANS.findIndex((plan) => plan.name === name)] as Asked;
}

test.each(NEVER)('%s: there is never %s', async (agency, _, statement) => {
  expect(await rows(agencyOf(agency), statement)).toHaveLength(0);
});

/** Tables whose triggers look at a record whenever it is written. */
const LOOKED_AT = {
  union: ['labour_dispute_case', 'claim'],
  coordination: ['document', 'reporting_obligation'],
  recognition: [
    'recipient',
    'consent',
    'personal_text',
    'recognition',
    'recognition_batch',
    'standard_recognition',
  ],
};

test.each(Object.entries(LOOKED_AT))('what %s has may be written again as it is', async (agency, tables) => {
  const touch = tables.map((table) => `update ${table} set classification = classification`);
  await rows(agencyOf(agency), ['begin', ...touch, 'set constraints all immediate', 'rollback'].join(';'));
});

test('there is some of each outcome', async () => {
  const states = async (agency: string, table: string) =>
    (await rows<{ state: string }>(agencyOf(agency), `select distinct state from ${table}`)).map(
      ({ state }) => state,
    );

  expect(await states('recognition', 'consent')).toEqual(
    expect.arrayContaining(['NOT_REQUIRED', 'GRANTED', 'WITHDRAWN', 'REQUESTED', 'REFUSED']),
  );
  expect(await states('recognition', 'standard_recognition')).toContain('RECOGNISED');
  expect(await states('coordination', 'reporting_obligation')).toEqual(
    expect.arrayContaining(['RECEIVED', 'RECEIVED_LATE', 'DUE']),
  );
  expect(await states('union', 'labour_dispute_case')).toEqual(
    expect.arrayContaining(['CLOSED', 'IN_DIALOGUE', 'RESOLVED']),
  );
});

test('the public is told the names of those who consent to that, and of nobody else', async () => {
  const { data } = await agencyOf('recognition').ask(
    `{ recognitions(first: 100) { nodes { recipient { kind visibility displayName } } } }`,
  );
  const told = data.recognitions.nodes.flatMap(
    ({ recipient }: { recipient: object | null }) => recipient ?? [],
  );
  const named = told.filter(({ displayName }: { displayName: string | null }) => displayName !== null);

  expect(named).toEqual([
    { kind: 'INDIVIDUAL', visibility: 'NAME_PUBLIC', displayName: 'Người được khen số 1 (mô phỏng)' },
  ]);
});

test('cases are seen by the union alone, obligations by both sides of them', async () => {
  const union = refOf('UnionOrganization', 'vgcl');
  const police = refOf('PoliceOrganization', 'mps');
  const cases = async (caller?: Caller) =>
    (await agencyOf('union').ask('{ labourDisputeCases(first: 1) { totalCount } }', {}, caller)).data
      .labourDisputeCases?.totalCount;
  const owed = async (caller: Caller) =>
    (await agencyOf('coordination').ask('{ reportingObligations(first: 1) { totalCount } }', {}, caller)).data
      .reportingObligations?.totalCount;
  const unionOfficer = anOfficer({ role: 'UNION_OFFICER', organization: union });
  const policeOfficer = anOfficer({ role: 'POLICE_OFFICER', organization: police });

  expect([await cases(unionOfficer), await cases(policeOfficer), await cases()]).toEqual([
    3,
    undefined,
    undefined,
  ]);
  expect(await owed(unionOfficer)).toBeGreaterThan(0);
  expect(await owed(policeOfficer)).toBe(await owed(unionOfficer));
});

test('a seed is never put upon another, only completed', async () => {
  await expect(seedNation(agencies, OPTIONS, () => undefined)).rejects.toThrow(SeedRefused);
  expect(await seedNation(agencies, { ...OPTIONS, again: true }, () => undefined)).toBe(0);
});
