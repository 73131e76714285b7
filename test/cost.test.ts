import { EXAMPLES_FOLDER, loadExamples } from '../gateway/explorer/examples.js';
import { PLANS } from '../subgraphs/plans.js';
import { forEverybody } from './support/examples.js';
import { aHub, type Cost, type TestHub } from './support/hub.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** Types that the questions look up by name and the complete territory: they stay single, so that the lists below grow. */
const SINGLE = [
  'UnionOrganization',
  'Document',
  'AdministrativeUnit',
  'AdministrativeParent',
  'SuccessionEdge',
];

/** How often every record stands in the larger database. */
const TIMES = 4;

const examples = forEverybody(loadExamples(EXAMPLES_FOLDER));

let hub: TestHub;
const small = new Map<string, Cost>();
let rowsBefore = 0;

beforeAll(async () => {
  hub = await aHub();
  for (const { id, query, variables } of examples) small.set(id, await hub.ask(query, variables));
  rowsBefore = await rowCount();
  for (const plan of PLANS) await multiply(plan);
}, 120_000);
afterAll(() => hub.close());

/** Copies the rows of every table that may hold copies; what they point at stays the same, so each list grows. */
async function multiply(plan: (typeof PLANS)[number]): Promise<void> {
  const em = hub.agencies.get(plan.name)?.subgraph.database.fork();
  for (const { name } of plan.entities.filter((type) => !SINGLE.includes(type.name))) {
    const meta = em?.getMetadata().getByClassName(name);
    const columns = meta?.props
      .filter(({ generated, primary }) => !generated && !primary)
      .map(({ fieldNames }) => `"${fieldNames[0]}"`);
    const list = columns?.join(', ');
    for (let copy = 1; copy < TIMES; copy += 1)
      await em
        ?.execute(
          `insert into ${meta?.tableName} (key, ${list}) select gen_random_uuid(), ${list} from ${meta?.tableName} on conflict do nothing`,
        )
        .catch((error: Error) => expect(error.message).toMatch(/one_per_day|unique/));
  }
}

async function rowCount(): Promise<number> {
  const counts = PLANS.flatMap((plan) =>
    plan.records
      .filter((type) => !SINGLE.includes(type.name))
      .map(async ({ name }) => {
        const em = hub.agencies.get(plan.name)?.subgraph.database.fork();
        const rows = await em?.execute<{ count: string }[]>(
          `select count(*) from ${em.getMetadata().getByClassName(name).tableName}`,
        );
        return Number(rows?.[0]?.count);
      }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

describe('what the questions cost', () => {
  test('the larger database really is larger', async () => {
    expect(await rowCount()).toBeGreaterThan(rowsBefore * 2);
  });

  test.each(examples.map((example) => [example.id, example] as const))(
    '%s takes as many fetches and no more statements on more rows',
    async (id, { query, variables }) => {
      const large = await hub.ask(query, variables);
      expect(large.errors).toBeUndefined();
      expect(large.fetches.length).toBe(small.get(id)?.fetches.length);
      expect(large.statements).toBeLessThanOrEqual(small.get(id)?.statements ?? 0);
    },
  );

  test('the question of the first page takes four fetches and twenty statements at most', () => {
    expect(small.get('bac-giang')?.fetches.length).toBeLessThanOrEqual(4);
    expect(small.get('bac-giang')?.statements).toBeLessThanOrEqual(20);
  });
});
