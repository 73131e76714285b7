import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { describe, expect, test } from '@jest/globals';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", { name: "@listSize", as: "@long" }])
  type Map @cost(weight: 500) { name: String sheets: [Sheet!]! }
  type Sheet { number: Int }
  type Maps { items: [Map!]! }
  type Query { map: Map maps(take: Int): Maps! @long(slicingArguments: ["take"], assumedSize: 100, sizedFields: ["items"]) }
  type Mutation { draw(name: String): Map }`;

const MAP = { name: 'Huế', sheets: [{ number: 1 }] };

describe('what an agency states of its costs, over HTTP', () => {
  const hub = sharedHub(() =>
    hubOf([
      local('maps', SDL, {
        Query: { map: () => MAP, maps: () => ({ items: [MAP] }) },
        Mutation: { draw: () => MAP },
      }),
    ]),
  );

  test.each([
    ['a type with a weight', '{ map { name sheets { number } } }', 500 + 5],
    ['sized fields', '{ maps(take: 3) { items { name } } }', 1 + 3 * 500],
    ['a mutation', 'mutation { draw(name: "x") { name } }', 10 + 500],
  ])('is told as the estimate for %s', async (_, query, estimate) => {
    const { errors, extensions } = await hub.ask(query);

    expect(errors).toBeUndefined();
    expect(extensions).toMatchObject({ cost: { estimate, allowed: 20_000 } });
  });

  test('refuses a list that does not say how long it should be', async () => {
    const { status, errors, fetches } = await hub.ask('{ maps { items { name } } }');

    expect({ status, fetches }).toEqual({ status: 400, fetches: [] });
    expect(errors).toMatchObject([
      { extensions: { limit: 'cost', cost: { estimate: 50_001, allowed: 20_000 } } },
    ]);
  });
});
