import { describe, expect, test } from '@jest/globals';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';
import { gatewayOn, served } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])';

const products = () =>
  local(
    'products',
    `${LINK} type Query { top(first: Int = 2): [Product!]! } type Product @key(fields: "upc") { upc: String! weight: Int! }`,
    {
      Query: {
        top: (_: unknown, { first }: { first: number }) =>
          [1, 2, 3].slice(0, first).map((n) => ({ upc: `${n}`, weight: n })),
      },
      Product: { __resolveReference: ({ upc }: { upc: string }) => ({ upc, weight: Number(upc) }) },
    },
  );

const shipping = () =>
  local(
    'shipping',
    `${LINK} type Product @key(fields: "upc") { upc: String! weight: Int! @external cost: Int! @requires(fields: "weight") } type Query { rates: [Int!]! }`,
    {
      Query: { rates: () => [1] },
      Product: {
        __resolveReference: (reference: object) => ({ ...reference }),
        cost: ({ weight }: { weight: number }) => weight * 10,
      },
    },
  );

describe('a supergraph of somebody else', () => {
  test('is served as well, without the fields of this hub', async () => {
    const subgraphs = [products(), shipping()];
    const published = await Promise.all(
      subgraphs.map(async ({ name, sdl, ...rest }) => ({
        name,
        sdl,
        url: `${(await served({ name, sdl, ...rest })).url}/graphql`,
      })),
    );
    const hub = await gatewayOn(composeSupergraph(published).supergraphSdl, reachOverHttp);

    const { data } = await hub.ask(
      '{ top(first: 2) { upc cost } __type(name: "Query") { fields { name } } }',
    );

    expect(data).toEqual({
      top: [
        { upc: '1', cost: 10 },
        { upc: '2', cost: 20 },
      ],
      __type: { fields: [{ name: 'top' }, { name: 'rates' }] },
    });
  });

  test('is refused when it gives no address for a subgraph', async () => {
    const published = [products(), shipping()].map(({ name, sdl }) => ({
      name,
      sdl,
      url: name === 'products' ? '' : 'http://a.invalid',
    }));
    const { supergraphSdl } = composeSupergraph(published);

    await expect(gatewayOn(supergraphSdl, reachOverHttp)).rejects.toMatchObject({
      code: 'INVALID_SETTING',
      details: { setting: 'supergraph', agency: 'products' },
    });
  });
});
