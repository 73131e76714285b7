import { expect, test } from '@jest/globals';
import { partsOf } from '../../../schema/registry/ownership/parts.js';
import { readSubgraph } from '../../../schema/registry/reading/subgraph.js';
import { LINK } from '../a-check.js';
import { parse } from 'graphql';

test('of names with "__" only those of specifications are machinery', () => {
  const graph = parse('scalar join__FieldSet type A__B @join__type(graph: X) { x: Int }');
  const sdl = `${LINK} scalar federation__FieldSet type A__B { x: Int } type federation__Mine { x: Int }`;

  expect([...partsOf(graph).keys()]).toEqual(['A__B', 'A__B.x']);
  const { types } = readSubgraph(sdl, { subgraph: 'guest', agency: 'guest' });
  expect([...types.keys()]).toEqual(['A__B', 'federation__Mine']);
});
