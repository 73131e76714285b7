import { describe, expect, test } from '@jest/globals';
import { partsOver, readyOver } from './parts-over.js';

/** An agency with units, which have chiefs and medals, and one that knows more of units and chiefs. */
const GRAPH = {
  police: `
    type Query { unit: Unit units: [Unit!]! post: Post named: [Named!]! party: Party }
    type Mutation { rename: Unit }
    interface Named { id: ID! name: String! }
    union Party = Unit | Post
    type Unit implements Named @key(fields: "id") {
      id: ID! name: String! slow: Int other(at: Int): Int chief: Chief best: Medal weight: Int
    }
    type Chief implements Named @key(fields: "id") { id: ID! name: String! rank: String }
    type Medal { title: String year: Int }
    type Post { name: String chief: Chief }
  `,
  awards: `
    type Unit @key(fields: "id") {
      id: ID! medals: Int honours: Int weight: Int @external heft: Int @requires(fields: "weight")
    }
    type Loan @key(fields: "id") { id: ID! grade: Int @shareable }
  `,
  forces: `
    type Query { closed: Closed lent: Loan @provides(fields: "grade") }
    type Closed @key(fields: "id", resolvable: false) { id: ID! a: Int b: Int }
    type Loan @key(fields: "id") { id: ID! grade: Int @external }
  `,
};

const partsIn = partsOver(GRAPH);

/** The fetches of a part, beside those of the first one. */
function furtherFetches(operation: string): readonly (readonly string[])[] {
  const [first = [], ...later] = partsIn(operation);
  return later.map((fetches) => fetches.filter((each) => !first.includes(each)));
}

const TOLD_UNIT = 'police unit, told Unit{__typename id}';

describe('what is deferred of a record', () => {
  test('is asked of the same agency anew, by the key', () => {
    expect(partsIn('{ unit { name ... @defer { slow } } }')).toEqual([
      ['police: {unit{name __typename id}}'],
      ['police: {unit{name __typename id}}', `${TOLD_UNIT}: ...on Unit{slow}`],
    ]);
  });

  test.each([
    [
      'in a list',
      '{ units { name ... @defer { slow } } }',
      ['police units.@, told Unit{__typename id}: ...on Unit{slow}'],
    ],
    [
      'with an argument',
      '{ unit { a: other(at: 1) ... @defer { b: other(at: 2) } } }',
      [`${TOLD_UNIT}: ...on Unit{other__2:other(at:$v2)}`],
    ],
    [
      'with all that is below it, and what another agency knows',
      '{ unit { name ... @defer { slow chief { name rank } medals } } }',
      [
        `${TOLD_UNIT}: ...on Unit{chief{name rank}slow}`,
        'awards unit, told Unit{__typename id}: ...on Unit{medals}',
      ],
    ],
    [
      'of an interface',
      '{ named { id ... @defer { name } } }',
      ['police named.@, told Named{__typename id}: ...on Named{name}'],
    ],
    [
      'of two types of an interface',
      '{ named { name ... @defer { ... on Unit { slow } ... on Chief { rank } } } }',
      ['police named.@, told Chief{__typename id} Unit{__typename id}: ...on Chief{rank}...on Unit{slow}'],
    ],
    [
      'of a member of a union',
      '{ party { ... on Unit { name ... @defer { slow } } } }',
      ['police party, told Unit{__typename id}: ...on Unit{slow}'],
    ],
    [
      'when it is what another agency has to be told',
      '{ unit { name ... @defer { heft } } }',
      [`${TOLD_UNIT}: ...on Unit{weight}`, 'awards unit, told Unit{__typename id weight}: ...on Unit{heft}'],
    ],
    [
      'of what a change is answered with',
      'mutation { rename { name ... @defer { slow } } }',
      ['police rename, told Unit{__typename id}: ...on Unit{slow}'],
    ],
  ])('%s', (_, operation, expected) => {
    expect(furtherFetches(operation)).toEqual([expected]);
  });

  test('is asked for apart from what is not, where both are fetched by the key anyway', () => {
    expect(partsIn('{ unit { medals ... @defer { honours } } }')).toEqual([
      ['police: {unit{__typename id}}', 'awards unit, told Unit{__typename id}: ...on Unit{medals}'],
      ['police: {unit{__typename id}}', 'awards unit, told Unit{__typename id}: ...on Unit{honours}'],
    ]);
  });

  test('is asked for once where two parts want it, and apart from what each wants alone', () => {
    expect(
      furtherFetches('{ unit { name ... @defer { slow weight } ... @defer { weight best { title } } } }'),
    ).toEqual([
      [`${TOLD_UNIT}: ...on Unit{slow}`, `${TOLD_UNIT}: ...on Unit{weight}`],
      [`${TOLD_UNIT}: ...on Unit{best{title}}`, `${TOLD_UNIT}: ...on Unit{weight}`],
    ]);
  });

  test('within what is deferred is asked for after it', () => {
    const outer = `${TOLD_UNIT}: ...on Unit{chief{name __typename id}}`;

    const fetches = furtherFetches('{ unit { name ... @defer { chief { name ... @defer { rank } } } } }');

    expect(fetches).toEqual([
      [outer],
      [outer, 'police unit.chief, told Chief{__typename id}: ...on Chief{rank}'],
    ]);
  });
});

describe('root fields that are deferred', () => {
  test('are asked for apart', () => {
    expect(partsIn('{ unit { slow } ... @defer { post { name } } }')).toEqual([
      ['police: {unit{slow}}'],
      ['police: {post{name}}'],
    ]);
  });

  test('wait for nothing, where nothing else is asked for', () => {
    expect(partsIn('{ ... @defer { post { name } } }')).toEqual([[], ['police: {post{name}}']]);
  });
});

test('each fetch has a path of its own, by which its errors are told from those of others', () => {
  const { runs } = readyOver(GRAPH)('{ unit { best { title } } closed { a ... @defer { b } } }');

  const paths = Array.from(runs.keys(), ({ path }) => path);

  expect(paths).toEqual([[], []]);
  expect(new Set(paths).size).toBe(2);
});

describe('the plan stays as it is', () => {
  test.each([
    ['where the record has no key', '{ unit { best { title ... @defer { year } } } }'],
    ['where the agency cannot be entered by the key', '{ closed { a ... @defer { b } } }'],
    ['where the key alone is deferred', '{ unit { name ... @defer { id } } }'],
    ['where nothing is deferred that is not asked for at once too', '{ unit { name ... @defer { name } } }'],
  ])('%s', (_, operation) => {
    expect(furtherFetches(operation)).toEqual([[]]);
  });

  test('where a field is answered only on the way to the record', () => {
    expect(partsIn('{ lent { id ... @defer { grade } } }')).toEqual([
      ['forces: {lent{grade id}}'],
      ['forces: {lent{grade id}}'],
    ]);
  });

  test('where different ways lead to one place', () => {
    const operation =
      '{ party { ... on Unit { chief { name } } ... on Post { chief { name ... @defer { rank } } } } }';

    expect(furtherFetches(operation)).toEqual([[]]);
  });

  test('where it would have too many fetches', () => {
    const operation = '{ unit { name ... @defer { slow } ... @defer { weight } } }';

    expect(partsIn(operation, 2)[0]).toEqual(['police: {unit{name slow weight}}']);
    expect(partsIn(operation, 3)[0]).toEqual(['police: {unit{name __typename id}}']);
  });
});
