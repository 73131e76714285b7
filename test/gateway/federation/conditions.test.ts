import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key"])`;

function union() {
  return local(
    'union',
    `${LINK} type Query { org: Org motto(loud: Boolean = false): String } type Org @key(fields: "id") { id: ID! name: String }`,
    {
      Query: {
        org: () => ({ id: 'o1', name: 'LĐLĐ' }),
        motto: (_: unknown, { loud }: { loud: boolean }) => (loud ? 'FORWARD' : 'forward'),
      },
    },
  );
}

function awards() {
  return local(
    'awards',
    `${LINK} type Query { medalCount: Int } type Org @key(fields: "id") { id: ID! medals: Int flags: Int }`,
    {
      Query: { medalCount: () => 7 },
      Org: { __resolveReference: ({ id }: { id: string }) => ({ id, medals: 3, flags: 1 }) },
    },
  );
}

describe('@skip and @include', () => {
  const hub = sharedHub(() => hubOf([union(), awards()]));
  const subgraphsOf = ({ fetches }: { fetches: readonly { subgraph: string }[] }) =>
    fetches.map(({ subgraph }) => subgraph);

  test('what is left out by a variable is not fetched', async () => {
    const query = 'query ($with: Boolean!) { org { name medals @include(if: $with) } }';

    const without = await hub.ask(query, { variables: { with: false } });
    const including = await hub.ask(query, { variables: { with: true } });

    expect(without.data).toEqual({ org: { name: 'LĐLĐ' } });
    expect(subgraphsOf(without)).toEqual(['union']);
    expect(including.data).toEqual({ org: { name: 'LĐLĐ', medals: 3 } });
    expect(subgraphsOf(including)).toEqual(['union', 'awards']);
  });

  test('a root field left out asks no agency, and an operation left empty has empty data', async () => {
    const answer = await hub.ask('query ($no: Boolean = true) { org @skip(if: $no) { name } }');

    expect(answer.errors).toBeUndefined();
    expect(answer.data).toEqual({});
    expect(answer.fetches).toEqual([]);
  });

  test('an object of which all is left out is an empty object, and null stays null', async () => {
    const { data, errors } = await hub.ask(
      '{ org { ... @include(if: false) { name } medals @skip(if: true) } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ org: {} });
  });

  test('fragments are left out as a whole, and @skip wins over @include', async () => {
    const { data } = await hub.ask(
      `query ($yes: Boolean!) {
        org { ...Medals @skip(if: $yes) ... on Org @include(if: $yes) { flags }
          name @include(if: $yes) @skip(if: $yes) id @include(if: $yes) @skip(if: false) }
      }
      fragment Medals on Org { medals }`,
      { variables: { yes: true } },
    );

    expect(data).toEqual({ org: { flags: 1, id: 'o1' } });
  });

  test('a field that is asked twice is there as long as one of the two is not left out', async () => {
    const { data } = await hub.ask(
      '{ org { name @skip(if: true) name } org @include(if: false) { id } medalCount }',
    );

    expect(data).toEqual({ org: { name: 'LĐLĐ' }, medalCount: 7 });
  });

  test('one variable may be a condition and an argument at once', async () => {
    const query = 'query ($on: Boolean!) { motto(loud: $on) org @include(if: $on) { name } }';

    const on = await hub.ask(query, { variables: { on: true } });
    const off = await hub.ask(query, { variables: { on: false } });

    expect(on.data).toEqual({ motto: 'FORWARD', org: { name: 'LĐLĐ' } });
    expect(off.data).toEqual({ motto: 'forward' });
  });
});
