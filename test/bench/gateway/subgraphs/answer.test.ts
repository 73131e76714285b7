import { answerOf, type Asked } from './answer.js';
import { CATALOGUE, type BenchSubgraph } from './catalogue.js';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { describe, expect, test } from '@jest/globals';
import { graphql, parse } from 'graphql';

const QUESTIONS: readonly (readonly [subgraph: string, asked: Asked])[] = [
  [
    'accounts',
    {
      query:
        'query A($id: ID!) { me { ...U } user(id: $id) { ...U birthday } } fragment U on User { id n: name }',
      variables: { id: '3' },
    },
  ],
  ['products', { query: '{ topProducts(first: 2) { upc __typename } }' }],
  [
    'reviews',
    {
      query: `query R($representations: [_Any!]!) {
        _entities(representations: $representations) {
          __typename
          ... on Product { reviews { id } reviews { body product { upc } author { username } } }
          ... on User { reviews { id } }
        }
      }`,
      variables: {
        representations: [
          { __typename: 'Product', upc: '4' },
          { __typename: 'User', id: '1' },
        ],
      },
    },
  ],
  [
    'inventory',
    {
      query:
        'query I($r: [_Any!]!) { _entities(representations: $r) { ... on Product { inStock shippingEstimate } } }',
      variables: {
        r: [
          { __typename: 'Product', upc: '1', price: 899, weight: 100 },
          { __typename: 'Product', upc: '2', price: 1299, weight: 9 },
        ],
      },
    },
  ],
];

describe('the subgraphs of the benchmark', () => {
  test.each(QUESTIONS)('%s answers as a GraphQL server does', async (name, asked) => {
    const subgraph = named(name);
    const { data, errors } = await graphql({
      schema: schemaOf(subgraph),
      source: asked.query,
      variableValues: asked.variables,
    });
    expect(errors).toBeUndefined();
    expect(answerOf(subgraph, asked)).toEqual({ data: JSON.parse(JSON.stringify(data)) as unknown });
  });

  test('a subgraph tells its SDL, which Mercurius asks for', () => {
    const subgraph = named('accounts');
    expect(answerOf(subgraph, { query: '{ _service { sdl } }' })).toEqual({
      data: { _service: { sdl: subgraph.sdl } },
    });
  });
});

function named(name: string): BenchSubgraph {
  const subgraph = CATALOGUE.find((each) => each.name === name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
  return subgraph;
}

function schemaOf({ sdl, resolvers, entities }: BenchSubgraph) {
  const references = Object.entries(entities).map(([type, resolve]) => [
    type,
    { ...resolvers[type], __resolveReference: resolve },
  ]);
  return buildSubgraphSchema([
    {
      typeDefs: parse(sdl),
      resolvers: { ...resolvers, ...(Object.fromEntries(references) as object) },
    },
  ]);
}
