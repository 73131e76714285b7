import { ANONYMOUS } from '../../schema/contract/caller.js';
import { conditionSql } from '../../subgraphs/shared/reading/condition.js';
import type { SubgraphContext } from '../../subgraphs/shared/context.js';
import { pageSql } from '../../subgraphs/shared/reading/listing.js';
import { BY_KEY } from '../../subgraphs/shared/reading/orders.js';
import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { idOf, keyIn } from '../union/a-union.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';

const WHOLE = keyIn(idOf('MembershipStatistic', 'bac-giang-2024-03-members-and-workers'));
const KNOWN = `{ membershipStatistics(asKnownOn: "2024-06-01", metric: MEMBERS) { totalCount nodes {
  quantity { value } whole { quantity { value } } remainder { value } percentOfWhole { value } } } }`;

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
  await run(`insert into record_version (type, key, version, recorded_at, content)
    select type, key, 0, '2024-05-01', content from record_version where type = 'membership_statistic'`);
});
afterAll(() => asked.close());

function run(statement: string): Promise<unknown> {
  return asked.subgraph.database.fork().execute(statement);
}

async function known() {
  const { data, errors } = await asked.ask(KNOWN);
  expect(errors).toBeUndefined();
  return data.membershipStatistics;
}

test('what is computed takes both figures as known on the same day', async () => {
  await run(`update membership_statistic set quantity = jsonb_set(quantity, '{value}', '999999'),
    version = version + 1 where key = '${WHOLE}'`);

  expect(await known()).toMatchObject({
    totalCount: 1,
    nodes: [
      {
        quantity: { value: 288396 },
        whole: { quantity: { value: 301398 } },
        remainder: { value: 13002 },
        percentOfWhole: { value: 95.69 },
      },
    ],
  });
});

test('what is no longer public is not told as it was known before, neither as a row nor beside one', async () => {
  await run(`update membership_statistic set classification = 'RESTRICTED', version = version + 1
    where key = '${WHOLE}'`);

  expect(await known()).toMatchObject({ nodes: [{ whole: null, remainder: null }] });
  await run(`update membership_statistic set classification = 'RESTRICTED', version = version + 1`);
  expect(await known()).toEqual({ totalCount: 0, nodes: [] });
});

test('the history is read once, however many parents ask', async () => {
  const { read } = asked.subgraph.contextFor({ requestId: 'test', caller: ANONYMOUS }) as SubgraphContext;
  const listing = { by: 'unit', filters: [], order: BY_KEY, asKnownOn: '2024-06-01' };
  const parents = Array.from({ length: 50 }, () => crypto.randomUUID());
  const page = { count: 20, backward: false, cursor: null };
  const meta = asked.subgraph.database.fork().getMetadata().getByClassName('MembershipStatistic');
  const plan = await read.rows(sql`explain analyze ${pageSql(meta, listing, { page, parents })}`);
  const histories = JSON.stringify(plan).match(/Unique [^"]*loops=\d+/g) ?? [];

  expect(histories.map((each) => each.replace(/.*loops=/, ''))).toEqual(['1']);
});

test('a condition compares the column as it is, so that its index can serve', async () => {
  const { read } = asked.subgraph.contextFor({ requestId: 'test', caller: ANONYMOUS }) as SubgraphContext;
  const meta = asked.subgraph.database.fork().getMetadata().getByClassName('MembershipStatistic');
  const condition = conditionSql(meta, [{ property: 'unit', in: [crypto.randomUUID()] }]);
  const plan = await read.rows(sql`explain select * from membership_statistic t where ${condition}`);

  expect(JSON.stringify(plan)).toContain("unit_key = ANY ('{");
});
