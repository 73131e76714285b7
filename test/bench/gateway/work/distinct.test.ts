import { supergraphOf } from '../processes/supergraph.js';
import { DISTINCT } from './distinct.js';
import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, test } from '@jest/globals';
import { parse, validate } from 'graphql';

const requests = Array.from({ length: 1_000 }, (_, n) => DISTINCT.request(n));

describe('the stream of distinct documents', () => {
  test('no document comes twice', () => {
    expect(new Set(requests.map(({ query }) => query)).size).toBe(requests.length);
  });

  test('the same number gives the same request', () => {
    expect(DISTINCT.request(7)).toEqual(requests[7]);
  });

  test('every document is valid', () => {
    const schema = Supergraph.build(supergraphOf('http://localhost')).apiSchema().toGraphQLJSSchema();
    const faults = requests.flatMap(({ query }) => validate(schema, parse(query)));
    expect(faults).toEqual([]);
  });

  test('some arguments are literals and some are variables', () => {
    const withVariables = requests.filter(({ variables = {} }) => Object.keys(variables).length > 0);
    expect(withVariables.length).toBeGreaterThan(100);
    expect(withVariables.length).toBeLessThan(900);
  });
});
