import { PLANS } from '../../../subgraphs/plans.js';
import { AS_PUBLIC, type Access } from '../../../subgraphs/shared/reading/access.js';
import { facetsOf } from '../../../subgraphs/shared/reading/kept-totals.js';
import { BY_KEY } from '../../../subgraphs/shared/reading/orders.js';
import { Reader } from '../../../subgraphs/shared/reading/reader.js';
import { columnOf, type RecordClass } from '../../../subgraphs/shared/reading/rows.js';
import type { HubRecord } from '../../../subgraphs/shared/record.js';
import { aLoaded, type Asked } from '../../support/loaded.js';
import { WRONG } from './a-nation-of-unions.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const agencies = new Map<string, Asked>();
beforeAll(async () => {
  for (const plan of PLANS) agencies.set(plan.name, await aLoaded(plan));
});
afterAll(async () => {
  for (const agency of agencies.values()) await agency.close();
});

function run<Row extends object>(agency: string, sql: string): Promise<readonly Row[]> {
  return (agencies.get(agency) as Asked).subgraph.database.fork().execute<Row[]>(sql);
}

describe.each(PLANS)('$name', ({ name, entities }) => {
  test('counts the lists that its classes say, apart by the same columns', async () => {
    const metadata = (agencies.get(name) as Asked).subgraph.database.fork().getMetadata();
    const said = entities.flatMap((type) => {
      const meta = metadata.getByClassName(type.name);
      const facets = facetsOf(type)?.map((property) => columnOf(meta, property));
      return facets ? [{ name: meta.tableName, facets }] : [];
    });
    const kept = await run<{ name: string }>(name, 'select * from counted_list');

    expect(said.length).toBeGreaterThan(3);
    expect(new Map(kept.map((each) => [each.name, each]))).toEqual(
      new Map(said.map((each) => [each.name, each])),
    );
  });

  test('never deletes what it counts', async () => {
    const deletable = await run(
      name,
      `select name from counted_list where not exists (
         select from pg_trigger where tgrelid = name::regclass and tgname = name || '_is_kept')`,
    );

    expect(deletable).toEqual([]);
  });

  test('tells of any facets, alone and together, what counting tells', async () => {
    for (const type of entities.filter((each) => facetsOf(each)))
      for (const values of await valuesOf(name, type)) {
        const { filters, counted } = { filters: filtersOf(values), counted: { ...AS_PUBLIC } };

        expect([type.name, values, await totalOf(name, type, { filters, access: AS_PUBLIC })]).toEqual([
          type.name,
          values,
          await totalOf(name, type, { filters, access: counted }),
        ]);
      }
  });

  test('has counted its first data', async () => {
    expect(await run(name, WRONG)).toEqual([]);
    expect((await run(name, 'select from kept_total')).length).toBeGreaterThan(0);
  });
});

type Values = Readonly<Record<string, string>>;
/** A record by its columns. */
type Stored = Readonly<Record<string, string | number | boolean | null>>;

/** No value at all, each facet's value of some records, and all values of each of them. */
async function valuesOf(agency: string, type: RecordClass): Promise<readonly Values[]> {
  const meta = (agencies.get(agency) as Asked).subgraph.database
    .fork()
    .getMetadata()
    .getByClassName(type.name);
  const records = await run<Stored>(agency, `select * from "${meta.tableName}" order by key limit 4`);
  const whole = records.map((record) =>
    (facetsOf(type) ?? []).flatMap((facet) => {
      const value = record[columnOf(meta, facet)] ?? null;
      return value === null ? [] : [[facet, String(value)] as const];
    }),
  );
  return [{}, ...whole.flat().map((pair) => Object.fromEntries([pair])), ...whole.map(Object.fromEntries)];
}

function filtersOf(values: Values) {
  return Object.entries(values).map(([property, value]) => ({ property, in: [value] }));
}

interface Told {
  readonly filters: ReturnType<typeof filtersOf>;
  readonly access: Access;
}

async function totalOf(
  agency: string,
  type: RecordClass<HubRecord>,
  { filters, access }: Told,
): Promise<number> {
  const read = new Reader((agencies.get(agency) as Asked).subgraph.database.forCaller(), access);
  const page = await read.page(type, { listing: { filters, order: BY_KEY }, page: { first: 1 } });
  return page.totalCount();
}
