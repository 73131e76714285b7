import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@provides", "@shareable"])`;

/** Each agency signs what it says, so that it shows who was asked. */
function recognition() {
  const officer = {
    __typename: 'Officer',
    id: 'p1',
    name: 'Lan, says recognition',
    home: { town: 'Huế, says recognition' },
  };
  return local(
    'recognition',
    `${LINK}
    type Query {
      laureate: Person @provides(fields: "name home { town }")
      sponsor: Person
      judges: [Judge!]! @provides(fields: "... on Officer { name }")
    }
    union Judge = Officer | Clerk
    type Person @key(fields: "id") { id: ID! name: String @external home: Home @external }
    type Home { town: String @external }
    type Officer @key(fields: "id") { id: ID! name: String @external }
    type Clerk @key(fields: "id") { id: ID! }`,
    {
      Query: {
        laureate: () => officer,
        sponsor: () => officer,
        judges: () => [officer, { __typename: 'Clerk', id: 'c1' }],
      },
    },
  );
}

function union() {
  const person = ({ id }: { id: string }) => ({
    id,
    name: 'Lan, says the union',
    home: { town: 'Huế, says the union', street: 'Lê Lợi, says the union' },
  });
  return local(
    'union',
    `${LINK}
    type Query { personCount: Int }
    type Person @key(fields: "id") { id: ID! name: String @shareable home: Home @shareable }
    type Home { town: String @shareable street: String }
    type Officer @key(fields: "id") { id: ID! name: String @shareable rank: Int }
    type Clerk @key(fields: "id") { id: ID! name: String }`,
    {
      Person: { __resolveReference: person },
      Officer: { __resolveReference: ({ id }: { id: string }) => ({ ...person({ id }), rank: 3 }) },
      Clerk: { __resolveReference: person },
    },
  );
}

describe('@provides', () => {
  const hub = sharedHub(() => hubOf([recognition(), union()]));

  test('what is provided along the way taken is not fetched again', async () => {
    const { data, errors, fetches } = await hub.ask('{ laureate { name home { town } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      laureate: { name: 'Lan, says recognition', home: { town: 'Huế, says recognition' } },
    });
    expect(fetches).toHaveLength(1);
  });

  test('on another way to the same type it is fetched from its owner', async () => {
    const { data, errors } = await hub.ask('{ sponsor { name } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ sponsor: { name: 'Lan, says the union' } });
  });

  test('what lies beside what is provided is fetched from its owner', async () => {
    const { data, errors } = await hub.ask('{ laureate { home { street } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ laureate: { home: { street: 'Lê Lợi, says the union' } } });
  });

  test('within a union, each type has what is provided of it', async () => {
    const { data, errors } = await hub.ask('{ judges { ... on Officer { name } ... on Clerk { name } } }');

    expect(errors).toBeUndefined();
    expect(data).toEqual({ judges: [{ name: 'Lan, says recognition' }, { name: 'Lan, says the union' }] });
  });
});
