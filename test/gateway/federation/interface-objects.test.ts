import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@interfaceObject", "@external", "@requires", "@shareable"])`;

interface Ref {
  readonly id: string;
  readonly title?: string;
}

/** All that can be honoured; only this agency knows of what kind a thing is. */
function union() {
  const all = [
    { __typename: 'Team', id: 'h1', title: 'Team 1', size: 12 },
    { __typename: 'Worker', id: 'h2', title: 'Lan', trade: 'weaver' },
  ];
  const byId = ({ id }: Ref) => all.find((each) => each.id === id) ?? null;
  return local(
    'union',
    `${LINK}
    interface Honoured @key(fields: "id") { id: ID! title: String! }
    type Team implements Honoured @key(fields: "id") { id: ID! title: String! size: Int }
    type Worker implements Honoured @key(fields: "id") { id: ID! title: String! trade: String }
    type Query { honoured: [Honoured!]! }`,
    {
      Query: { honoured: () => all },
      Honoured: { __resolveReference: byId },
      Team: { __resolveReference: byId },
      Worker: { __resolveReference: byId },
    },
  );
}

/** Adds to all of them alike, without knowing their kinds. */
function awards() {
  return local(
    'awards',
    `${LINK}
    type Honoured @key(fields: "id") @interfaceObject {
      id: ID! title: String! @external medals: Int! address: String @requires(fields: "title")
    }
    type Query { latest: Honoured ghost: Honoured }`,
    {
      Query: { latest: () => ({ id: 'h2' }), ghost: () => ({ id: 'h9' }) },
      Honoured: {
        __resolveReference: (told: Ref) => told,
        medals: ({ id }: Ref) => Number(id.slice(1)),
        address: ({ title }: Ref) => `Dear ${String(title)}`,
      },
    },
  );
}

describe('@interfaceObject', () => {
  const hub = sharedHub(() => hubOf([union(), awards()]));

  test('a field that is added to an interface is there for objects of every type', async () => {
    const { data, errors } = await hub.ask(
      '{ honoured { __typename title medals ... on Worker { trade count: medals } ... on Team { size } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      honoured: [
        { __typename: 'Team', title: 'Team 1', medals: 1, size: 12 },
        { __typename: 'Worker', title: 'Lan', medals: 2, trade: 'weaver', count: 2 },
      ],
    });
  });

  test('the agency that knows the kinds is asked for one when it matters', async () => {
    const { data, errors, fetches } = await hub.ask(
      '{ latest { __typename medals ... on Worker { trade } } }',
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({ latest: { __typename: 'Worker', medals: 2, trade: 'weaver' } });
    expect(fetches.map(({ subgraph }) => subgraph)).toEqual(['awards', 'union']);
  });

  test('where the kind does not matter nobody else is asked', async () => {
    const { data, errors, fetches } = await hub.ask('{ latest { id medals } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ latest: { id: 'h2', medals: 2 } });
    expect(fetches).toHaveLength(1);
  });

  test('what the interface requires of its objects is told', async () => {
    const { data, errors } = await hub.ask('{ latest { address } honoured { address } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      latest: { address: 'Dear Lan' },
      honoured: [{ address: 'Dear Team 1' }, { address: 'Dear Lan' }],
    });
  });

  test('what one kind alone is asked for is not told of objects of another kind', async () => {
    const { data, errors } = await hub.ask('{ honoured { title ... on Worker { address } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ honoured: [{ title: 'Team 1' }, { title: 'Lan', address: 'Dear Lan' }] });
  });

  test('an object of no kind is never answered in silence', async () => {
    const { data, errors } = await hub.ask('{ ghost { id title } }');

    expect(data).toEqual({ ghost: null });
    expect(errors?.length).toBeGreaterThan(0);
  });
});
