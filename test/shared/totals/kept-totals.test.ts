import { foldTotals, mendTotals } from '../../../subgraphs/shared/jobs/kept-totals.js';
import { TEST_DAY } from '../../support/loaded.js';
import { anOfficer } from '../../support/officers.js';
import { aNationOfUnions, founding, WRONG, type NationOfUnions } from './a-nation-of-unions.js';
import { firstDataKey } from '../../../schema/contract/ids.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

let nation: NationOfUnions;
beforeAll(async () => {
  nation = await aNationOfUnions();
});
afterAll(() => nation.close());

const TOTALS = `{ all: unionOrganizations { totalCount } some: unionOrganizations(level: GRASSROOTS) { totalCount } }`;

/** A step of one of two writers, none of which waits for the other: the first changes old rows, the second new ones. */
const LEVEL = fc.constantFrom('GRASSROOTS', 'COMMUNE', 'DISTRICT');
const CLASS = fc.constantFrom('PUBLIC', 'INTERNAL');
const STEPS = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 3 }), LEVEL, CLASS).map((given) => founding(...given)),
  fc
    .tuple(LEVEL, CLASS, LEVEL)
    .map(
      ([level, kind, to]) =>
        `update union_organization set level = '${to}', classification = '${kind}' where level = '${level}' and name_vi like 'Công đoàn %'`,
    ),
  fc.constant(`update union_organization set name_en = 'Union' where level = 'GRASSROOTS'`),
  fc
    .tuple(LEVEL, LEVEL)
    .map(([level, to]) => `${founding(2, level)} on conflict (key) do update set level = '${to}'`),
  fc.constant('select fold_totals()'),
  fc.constant('delete from union_organization'),
);
const TRANSACTION = fc.record({
  steps: fc.array(STEPS, { minLength: 1, maxLength: 4 }),
  isKept: fc.boolean(),
});

test('whatever is written, taken back or refused, the totals are those that can be counted', async () => {
  const property = fc.asyncProperty(fc.array(TRANSACTION, { maxLength: 4 }), async (transactions) => {
    for (const { steps, isKept } of transactions) {
      await nation.one.query('begin');
      for (const step of steps) await attempted(step);
      expect((await nation.other.query(WRONG)).rows).toEqual([]);
      expect((await nation.one.query(WRONG)).rows).toEqual([]);
      await nation.one.query(isKept ? 'commit' : 'rollback');
    }
    expect(await nation.run(WRONG)).toEqual([]);
  });

  await fc.assert(property, { numRuns: 25 });
}, 20_000);

/** A step that is refused leaves the rest of its transaction. */
async function attempted(step: string): Promise<void> {
  await nation.one.query('savepoint step');
  await nation.one.query(step).catch(() => nation.one.query('rollback to step'));
}

test('writers at the same time neither wait for each other nor miss each other', async () => {
  await nation.one.query(`begin; ${founding(2, 'GRASSROOTS')}`);
  await nation.other.query(`begin; set local lock_timeout = '1s'; ${founding(3, 'GRASSROOTS')}`);
  await nation.run('select fold_totals()');
  await nation.other.query('commit');
  expect(await nation.run(WRONG)).toEqual([]);
  await nation.one.query('commit');

  expect(await nation.run(WRONG)).toEqual([]);
});

test('many writers, folding and counting again at the same time leave the totals right', async () => {
  const work = Array.from({ length: 40 }, (_, nth) =>
    nth % 4 === 3 ? nation.run(RECKONINGS[nth % 3] ?? '') : nation.run(founding(nth % 5, 'COMMUNE')),
  );
  await Promise.all(work);

  expect(await nation.run(WRONG)).toEqual([]);
});

const RECKONINGS = ['select fold_totals()', `select recount('union_organization')`, WRONG];

test('the public is told what is kept, somebody in office what can be counted', async () => {
  await nation.run(founding(4, 'GRASSROOTS', 'INTERNAL'));
  const organization = `UnionOrganization:${firstDataKey('UnionOrganization', 'vgcl')}`;
  const [counted] = await nation.run<{ all: number; some: number }>(
    `select count(*)::int as all, (count(*) filter (where level = 'GRASSROOTS'))::int as some
     from union_organization where classification = 'PUBLIC'`,
  );

  for (const caller of [undefined, anOfficer({ role: 'UNION_OFFICER', organization })]) {
    const { data, statements } = await nation.ask(TOTALS, {}, caller);
    expect(data).toEqual({ all: { totalCount: counted?.all }, some: { totalCount: counted?.some } });
    expect(statements).toBeGreaterThanOrEqual(2);
  }
});

test('folding leaves one row for what is counted together, and changes no total', async () => {
  const before = await nation.ask(TOTALS);
  await nation.run(founding(1, 'GRASSROOTS'));
  const folded = await foldTotals.run(nation.subgraph.database, TEST_DAY);

  const after = await nation.ask(TOTALS);
  expect(folded).toBeGreaterThan(1);
  expect(after.data.all.totalCount).toBe(before.data.all.totalCount + 1);
  expect(
    await nation.run('select from kept_total group by list, facets having count(*) > 1 or sum(change) = 0'),
  ).toEqual([]);
  expect(await foldTotals.run(nation.subgraph.database, TEST_DAY)).toBe(0);
});

test('rows that came while the triggers rested are found and counted', async () => {
  await nation.one.query(`alter table union_organization disable trigger user; ${founding(2, 'DISTRICT')};
    alter table union_organization enable trigger user`);
  expect(await nation.run(WRONG)).toMatchObject([
    { list: 'union_organization', facets: { level: 'DISTRICT' } },
  ]);

  expect(await mendTotals.run(nation.subgraph.database, TEST_DAY)).toBe(1);
  expect(await nation.run(WRONG)).toEqual([]);
  expect(await mendTotals.run(nation.subgraph.database, TEST_DAY)).toBe(0);
});
