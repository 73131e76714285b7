import { connected } from '../../../gateway/embedded/postgres/client.js';
import { CALLER_ROLE } from '../../../subgraphs/shared/database/caller-role.js';
import { oftenSql } from '../../../subgraphs/shared/reading/often.js';
import { union } from '../../../subgraphs/union/subgraph.js';
import { recordStatements, takeStatements } from '../../bench/graph/recorder.js';
import { aLoaded, type Asked } from '../../support/loaded.js';
import { pageOf, type Hit } from './naive.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';

/** Unions that all match a common word. Unit: unions. */
const MANY = 5_000;

/** Every 250th has another name, so that there are some to find by it. */
const FOUNDED = `
  insert into union_organization (key, name_vi, search_key, sort_key, exact_keys, level)
  select gen_random_uuid(), 'Công đoàn cơ sở ' || nth, 'cong doan co so ' || nth || case when nth % 250 = 0 then E'\\nxuong moc' else '' end,
    'c ' || lpad(nth::text, 5, '0'), '{}', 'GRASSROOTS'
  from generate_series(1, ${MANY}) nth`;

let asked: Asked;
beforeAll(async () => {
  recordStatements();
  asked = await aLoaded(union);
  await asked.subgraph.database.fork().execute(FOUNDED);
  await asked.subgraph.database.fork().execute('analyze union_organization');
});
afterAll(() => asked.close());

interface Node {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Node[];
}

/** A step of a plan that was taken. */
interface Step {
  readonly index: string | undefined;
  /** Rows that it read, or was given. */
  readonly rows: number;
}

function stepsOf(node: Node): readonly Step[] {
  const rows = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
  const own = { index: node['Index Name'], rows };
  const isTaken = node['Actual Loops'] > 0 && node['Node Type'] !== 'Sample Scan';
  return [...(isTaken ? [own] : []), ...(node.Plans ?? []).flatMap(stepsOf)];
}

/** What the last search did for a caller, but for its look at a sample of the names. */
function steps(): Promise<readonly Step[]> {
  const { text, values } = takeStatements().findLast((each) => each.text.includes('often as')) ?? {};
  return connected(asked.databaseUrl, async (client) => {
    await client.query(`set role ${CALLER_ROLE}`);
    const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
      `explain (analyze, format json) ${text}`,
      [...(values ?? [])],
    );
    const plan = rows[0]?.['QUERY PLAN'][0].Plan;
    return plan ? stepsOf(plan) : [];
  });
}

/** Most rows that a search of few hits may handle in one step. */
const FEW = 100;

test('a page of common words is read in the order of the hits, and no further', async () => {
  await pageOf(asked, 'cong doan', { first: 11 });
  const taken = await steps();

  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(FEW);
  expect(taken).toContainEqual(expect.objectContaining({ index: 'union_organization_length_search' }));
});

test('a late page of common words is read from its beginning on', async () => {
  const first = await pageOf(asked, 'cong doan', { first: 101 });
  const after = { ...(first.at(-1) as Hit), sortKey: 'c 04800', id: '~' };
  const late = await pageOf(asked, 'cong doan', { first: 11, after });
  const taken = await steps();

  expect(late[0]?.label).toBe('Công đoàn cơ sở 4801');
  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(FEW);
});

test('a page of what matches by another name reads few names', async () => {
  const found = await pageOf(asked, 'xuong moc', { first: 11 });
  const taken = await steps();

  expect(found.at(-1)?.label).toBe('Công đoàn cơ sở 2750');
  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(FEW);
});

test('a rare word is looked up', async () => {
  const found = await pageOf(asked, 'cong doan 4321', { first: 11 });
  const taken = await steps();

  expect(found.map(({ label }) => label)).toEqual(['Công đoàn cơ sở 4321']);
  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(FEW);
});

test.each([
  ['cong doan', 1_001],
  ['xuong moc', 20],
  ['4321', 1],
])('of what matches %s, %i are counted', async (text, count) => {
  const { data } = await asked.ask(
    'query ($text: String!) { searchHits(text: $text, first: 1, kinds: [ORGANIZATION]) { totalCount } }',
    { text },
  );

  expect(data.searchHits.totalCount).toBeGreaterThanOrEqual(count);
  expect(data.searchHits.totalCount).toBeLessThan(count + FEW);
  const taken = await steps();
  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(count + FEW);
});

const LIST =
  'query ($text: String!) { unionOrganizations(name: $text, first: 10) { nodes { nameVi } pageInfo { hasNextPage } } }';

test.each([
  ['cong doan', 'union_organization_by_name', 10],
  ['xuong moc', 'union_organization_search', 10],
  ['cong doan 4321', 'union_organization_search', 1],
  ['ngoang ngoay', 'union_organization_search', 0],
])('a list by %s is found by %s, and few names are read', async (text, index, count) => {
  const { data } = await asked.ask(LIST, { text });
  const taken = await steps();

  expect(data.unionOrganizations.nodes).toHaveLength(count);
  expect(Math.max(...taken.map(({ rows }) => rows))).toBeLessThan(FEW);
  expect(taken).toContainEqual(expect.objectContaining({ index }));
});

test.each([
  ['cong doan co so xuong moc', "'xuong':* & 'moc':*", false],
  ['cong doan 4321', "'4321':*", false],
  ['cong doan co so', "'cong':* & 'doan':* & 'co':* & 'so':*", true],
  ['cong 2e5x', "'cong':* & '2e5':* <-> 'x':*", true],
])('of the words %s the index is asked for %s', async (words, rare, areAll) => {
  const told = oftenSql({ tables: [{ type: 'UnionOrganization', table: 'union_organization' }], words });
  const { rows } = await sql`${told}`.execute(asked.subgraph.database.fork().getKysely());

  expect(rows).toEqual([expect.objectContaining({ rare, all_rare: areAll })]);
});
