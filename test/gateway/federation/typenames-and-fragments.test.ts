import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])`;

/** Parties to an agreement: people, organisations, and whatever else signs. */
function union() {
  const parties = [
    { __typename: 'Org', id: 'o1', title: 'LĐLĐ Huế', rank: 2 },
    { __typename: 'Person', id: 'p1', title: 'Lan', born: 1990 },
  ];
  return local(
    'union',
    `${LINK}
    interface Party { id: ID! title: String }
    interface Ranked { rank: Int }
    type Org implements Party & Ranked @key(fields: "id") { id: ID! title: String rank: Int head: Party }
    type Person implements Party @key(fields: "id") { id: ID! title: String born: Int }
    union Signatory = Org | Person
    type Query { parties: [Party!]! signatories: [Signatory!]! }
    type Mutation { touch: Boolean }`,
    {
      Query: { parties: () => parties, signatories: () => parties },
      Mutation: { touch: () => true },
      Org: { head: () => parties[1] },
    },
  );
}

function awards() {
  const medals = (type: string) => ({
    __resolveReference: ({ id }: { id: string }) => ({ __typename: type, id }),
    medals: ({ id }: { id: string }) => [{ name: `${id} medal`, holder: { __typename: type, id } }],
  });
  return local(
    'awards',
    `${LINK}
    interface Decorated { medals: [Medal!]! }
    type Org implements Decorated @key(fields: "id") { id: ID! medals: [Medal!]! }
    type Person implements Decorated @key(fields: "id") { id: ID! medals: [Medal!]! }
    type Medal { name: String holder: Decorated }
    type Query { decorated: [Decorated!]! }`,
    {
      Query: { decorated: () => [{ __typename: 'Person', id: 'p1' }] },
      Org: medals('Org'),
      Person: medals('Person'),
    },
  );
}

describe('type names and fragments', () => {
  const hub = sharedHub(() => hubOf([union(), awards()]));

  test('the names of the root types need no agency', async () => {
    const query = await hub.ask('{ __typename kind: __typename ... on Query { __typename } }');
    const mutation = await hub.ask('mutation { __typename }');

    expect(query.data).toEqual({ __typename: 'Query', kind: 'Query' });
    expect(mutation.data).toEqual({ __typename: 'Mutation' });
    expect([...query.fetches, ...mutation.fetches]).toEqual([]);
  });

  test('at an interface and at a union the name is that of the object', async () => {
    const { data, errors } = await hub.ask('{ parties { __typename } signatories { kind: __typename } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      parties: [{ __typename: 'Org' }, { __typename: 'Person' }],
      signatories: [{ kind: 'Org' }, { kind: 'Person' }],
    });
  });

  test('the name can be asked of a record that the next agency completes, and of what is below', async () => {
    const { data, errors } = await hub.ask(
      '{ signatories { ... on Person { __typename medals { __typename name holder { __typename } } } } }',
    );

    expect(errors).toBeUndefined();
    const holder = { __typename: 'Person' };
    expect(data).toEqual({
      signatories: [
        {},
        { __typename: 'Person', medals: [{ __typename: 'Medal', name: 'p1 medal', holder }] },
      ],
    });
  });

  test('a fragment on an interface that only some members have applies to those', async () => {
    const { data, errors } = await hub.ask(
      '{ signatories { ... on Ranked { rank } ... on Party { title } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ signatories: [{ rank: 2, title: 'LĐLĐ Huế' }, { title: 'Lan' }] });
  });

  test('a fragment on an interface of another agency applies here too', async () => {
    const { data, errors } = await hub.ask('{ parties { ... on Decorated { medals { name } } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      parties: [{ medals: [{ name: 'o1 medal' }] }, { medals: [{ name: 'p1 medal' }] }],
    });
  });

  test('one key may mean different fields for different types, across agencies', async () => {
    const { data, errors } = await hub.ask(
      '{ signatories { ... on Org { x: rank } ... on Person { x: born } } parties { ... on Org { y: title } ... on Person { y: title } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      signatories: [{ x: 2 }, { x: 1990 }],
      parties: [{ y: 'LĐLĐ Huế' }, { y: 'Lan' }],
    });
  });

  test('named fragments within fragments are merged into one answer', async () => {
    const { data, errors } = await hub.ask(`
      query { parties { ...Outer ... { id } } }
      fragment Outer on Party { title ...Inner }
      fragment Inner on Org { head { id } head { ... on Person { born } title } medals { name } }`);

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      parties: [
        {
          title: 'LĐLĐ Huế',
          head: { id: 'p1', born: 1990, title: 'Lan' },
          medals: [{ name: 'o1 medal' }],
          id: 'o1',
        },
        { title: 'Lan', id: 'p1' },
      ],
    });
  });
});
