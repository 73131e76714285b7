import { union } from '../../subgraphs/union/subgraph.js';
import { aLoaded, type Asked } from '../support/loaded.js';
import { unionId, unionsBelow } from './a-union.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const VGCL = unionId('vgcl');
const PROVINCE = unionId('ldld-bac-ninh-2025');
const NAMES = Array.from({ length: 60 }, (_, index) => `Công đoàn cơ sở số ${index + 1}`);

const CHILDREN = `query ($id: ID!, $asOf: LocalDate, $first: Int, $after: String, $last: Int, $before: String) {
  unionOrganization(id: $id) { children(asOf: $asOf, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { nameVi ancestors { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }
}`;

interface Children {
  readonly totalCount: number;
  readonly nodes: readonly { readonly nameVi: string; readonly ancestors: readonly { id: string }[] }[];
  readonly pageInfo: Readonly<Record<string, string | boolean>>;
}

let asked: Asked;
let zone: string;
let below: readonly string[];
beforeAll(async () => {
  asked = await aLoaded(union);
  [zone = ''] = await unionsBelow(asked, PROVINCE, ['Công đoàn các khu công nghiệp'], '2025-07-01');
  below = await unionsBelow(asked, zone, NAMES, '2025-08-01');
});
afterAll(() => asked.close());

async function childrenOf(variables: Readonly<Record<string, unknown>>): Promise<Children> {
  const { data, errors } = await asked.ask(CHILDREN, variables);
  expect(errors).toBeUndefined();
  return data.unionOrganization.children;
}

function namesOf({ nodes }: Children): readonly string[] {
  return nodes.map(({ nameVi }) => nameVi);
}

describe('the unions above one', () => {
  test('come nearest first, over every level', async () => {
    const { data } = await asked.entities('UnionOrganization', [{ id: below[0] }], 'ancestors { id }');

    expect(data._entities).toEqual([{ ancestors: [zone, PROVINCE, VGCL].map((id) => ({ id })) }]);
  });

  test('are none for the confederation, and those of its last day for an ended union', async () => {
    const { data } = await asked.entities(
      'UnionOrganization',
      [{ id: VGCL }, { id: unionId('ldld-bac-giang') }],
      'ancestors { id }',
    );

    expect(data._entities).toEqual([{ ancestors: [] }, { ancestors: [{ id: VGCL }] }]);
  });

  test('cost as many statements for sixty unions as for one', async () => {
    const one = await asked.entities('UnionOrganization', [{ id: below[0] }], 'ancestors { nameVi }');
    const many = await asked.entities(
      'UnionOrganization',
      below.map((id) => ({ id })),
      'ancestors { nameVi }',
    );

    expect(many.data._entities).toHaveLength(60);
    expect([one.statements, many.statements]).toEqual([3, 3]);
  });
});

describe('the unions below one', () => {
  test('are those of the day asked, or of the last day of an ended one', async () => {
    expect((await childrenOf({ id: VGCL, asOf: '2025-06-30' })).totalCount).toBe(2);
    expect(namesOf(await childrenOf({ id: VGCL, asOf: '2025-07-01' }))).toEqual([
      'Liên đoàn Lao động tỉnh Bắc Ninh',
    ]);
    expect((await childrenOf({ id: zone, asOf: '2025-07-31' })).totalCount).toBe(0);
  });

  test('come page by page, each once, sorted as numbers are', async () => {
    const first = await childrenOf({ id: zone, first: 25 });
    const second = await childrenOf({ id: zone, first: 25, after: first.pageInfo['endCursor'] });
    const third = await childrenOf({ id: zone, first: 25, after: second.pageInfo['endCursor'] });

    expect([first, second, third].flatMap(namesOf)).toEqual(NAMES);
    expect([first, second, third].map(({ totalCount }) => totalCount)).toEqual([60, 60, 60]);
    expect([first, third].map(({ pageInfo }) => pageInfo['hasNextPage'])).toEqual([true, false]);
  });

  test('come backward from the end, in the same order', async () => {
    const last = await childrenOf({ id: zone, last: 25 });
    const before = await childrenOf({ id: zone, last: 25, before: last.pageInfo['startCursor'] });

    expect(namesOf(last)).toEqual(NAMES.slice(35));
    expect(namesOf(before)).toEqual(NAMES.slice(10, 35));
    expect(before.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  test('keep their place when others join before them', async () => {
    const other = await unionsBelow(asked, PROVINCE, ['Công đoàn phường Nếnh'], '2025-07-01');
    const id = other[0] ?? '';
    await unionsBelow(asked, id, ['Công đoàn B', 'Công đoàn D'], '2025-08-01');
    const first = await childrenOf({ id, first: 1 });
    await unionsBelow(asked, id, ['Công đoàn A', 'Công đoàn C'], '2025-08-01');

    const next = await childrenOf({ id, first: 5, after: first.pageInfo['endCursor'] });

    expect(namesOf(next)).toEqual(['Công đoàn C', 'Công đoàn D']);
  });

  test('cost as many statements for one row as for sixty', async () => {
    const one = await asked.ask(CHILDREN, { id: zone, first: 1 });
    const many = await asked.ask(CHILDREN, { id: zone, first: 60 });

    expect(many.data.unionOrganization.children.nodes).toHaveLength(60);
    expect([one.statements, many.statements]).toEqual([5, 5]);
  });
});
