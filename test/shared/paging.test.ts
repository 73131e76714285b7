import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $name: String) {
  administrativeUnits(asOf: "2024-03-31", level: PROVINCE, name: $name, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { nameVi } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly nameVi: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string;
    readonly endCursor: string;
  };
}

let asked: Asked;
beforeAll(async () => {
  asked = await aLoaded(union);
});
afterAll(() => asked.close());

async function page(variables: Readonly<Record<string, unknown>>): Promise<Page> {
  const { data, errors } = await asked.ask(PAGE, variables);
  expect(errors).toBeUndefined();
  return data.administrativeUnits;
}

async function codeOf(variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  const { errors } = await asked.ask(PAGE, variables);
  return errors?.[0]?.extensions?.['code'];
}

function namesOf({ edges }: Page): readonly string[] {
  return edges.map(({ node }) => node.nameVi);
}

describe('pages of a list', () => {
  test('forward pages hold every row once, in Vietnamese alphabetical order', async () => {
    const names: string[] = [];
    for (let after: string | undefined; ;) {
      const found = await page({ first: 10, after });
      names.push(...namesOf(found));
      if (!found.pageInfo.hasNextPage) break;
      after = found.pageInfo.endCursor;
    }
    expect(names).toHaveLength(63);
    expect(names).toEqual(names.toSorted(new Intl.Collator('vi').compare));
  });

  test('backward pages hold the same rows from the end', async () => {
    const all = namesOf(await page({ first: 63 }));
    const lastTwo = await page({ last: 2 });
    expect(namesOf(lastTwo)).toEqual(all.slice(-2));
    const before = await page({ last: 3, before: lastTwo.pageInfo.startCursor });
    expect(namesOf(before)).toEqual(all.slice(-5, -2));
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('a page and its total cost two statements, a page alone one', async () => {
    const alone = await asked.ask(
      '{ administrativeUnits(first: 50) { nodes { id nameVi provenance { source { titleVi } } } } }',
    );
    const counted = await asked.ask('{ administrativeUnits(first: 3) { totalCount nodes { id } } }');
    expect([alone.statements, counted.statements]).toEqual([1, 2]);
  });

  test('relations of fifty rows cost as many statements as those of one', async () => {
    const query = `query ($first: Int!) { administrativeUnits(first: $first, level: PROVINCE) {
      nodes { parent { nameVi } successors { kind to { nameVi successors { kind } } } predecessors { from { nameVi } } } } }`;
    const one = await asked.ask(query, { first: 1 });
    const fifty = await asked.ask(query, { first: 50 });
    expect(fifty.errors).toBeUndefined();
    expect(fifty.statements).toBeLessThanOrEqual(9);
    expect(one.statements).toBeLessThanOrEqual(fifty.statements);
  });

  test('a name that no unit has gives an empty page', async () => {
    const none = await page({ name: 'Atlantis' });
    expect(none).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([
    ['no rows', { first: 0 }],
    ['too many rows', { first: 101 }],
    ['a negative number of rows', { last: -1 }],
    ['both directions', { first: 1, last: 1 }],
    ['a cursor of the other direction', { first: 1, before: 'x' }],
  ])('%s: INVALID_PAGE', async (_, variables) => {
    expect(await codeOf(variables)).toBe('INVALID_PAGE');
  });

  test.each([
    ['that is no cursor', 'hello'],
    [
      'of another list order',
      Buffer.from(JSON.stringify(['code', 'ASC', '1', crypto.randomUUID()])).toString('base64url'),
    ],
    [
      'with a key that is no key',
      Buffer.from(JSON.stringify(['sortKey', 'ASC', '1', "'; drop table x"])).toString('base64url'),
    ],
  ])('a cursor %s: INVALID_CURSOR', async (_, after) => {
    expect(await codeOf({ first: 1, after })).toBe('INVALID_CURSOR');
  });
});

describe('the right day', () => {
  test('Bắc Giang is there on its last day and not on the next', async () => {
    const query =
      'query ($day: LocalDate!) { administrativeUnits(asOf: $day, level: PROVINCE, name: "bac giang") { totalCount } }';
    const lastDay = await asked.ask(query, { day: '2025-06-30' });
    const nextDay = await asked.ask(query, { day: '2025-07-01' });
    expect([lastDay, nextDay].map(({ data }) => data.administrativeUnits.totalCount)).toEqual([1, 0]);
  });

  test.each(['2024-02-30', '31/3/2024', '2024-3-31', ''])('%j is no day: INVALID_DATE', async (day) => {
    const { errors } = await asked.ask(`{ administrativeUnits(asOf: "${day}") { totalCount } }`);
    expect(errors?.[0]?.extensions?.['code']).toBe('INVALID_DATE');
  });
});

describe('records that are not public', () => {
  test('are neither listed, counted, found nor followed', async () => {
    await asked.subgraph.database
      .fork()
      .execute(
        `update administrative_unit set classification = 'INTERNAL', version = version + 1 where name_vi = 'Tỉnh Bắc Giang'`,
      );
    const { data } = await asked.ask(`{
      list: administrativeUnits(name: "tinh bac giang") { totalCount nodes { id } }
      child: administrativeUnits(name: "huyen hiep hoa") { nodes { parent { id } } }
      searchHits(text: "tỉnh bắc giang", kinds: [PLACE], first: 5) { hits { label } }
    }`);
    expect(data.list).toEqual({ totalCount: 0, nodes: [] });
    expect(data.child.nodes).toEqual([{ parent: null }]);
    expect(JSON.stringify(data.searchHits)).not.toContain('Tỉnh Bắc Giang');
    await asked.subgraph.database
      .fork()
      .execute(
        `update administrative_unit set classification = 'PUBLIC', version = version + 1 where name_vi = 'Tỉnh Bắc Giang'`,
      );
  });
});
