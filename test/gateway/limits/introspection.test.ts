import { loadExamples } from '../../../gateway/explorer/examples.js';
import { limitsFor } from '../../../gateway/limits.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { projectPath } from '../../../schema/contract/project.js';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { cost, settings } from './a-schema.js';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { readFileSync } from 'node:fs';

describe('introspection', () => {
  const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

  test('as GraphiQL asks is answered', async () => {
    const query = getIntrospectionQuery({
      specifiedByUrl: true,
      schemaDescription: true,
      inputValueDeprecation: true,
    });

    const { data, errors } = await hub.ask(query);

    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema.types');
  });

  test('of the whole graph, and the example that asks for all its names, are within the limits', () => {
    const graph = buildSchema(readFileSync(projectPath('schema', 'sdl', 'api.graphql'), 'utf8'));
    const folder = projectPath('gateway', 'explorer', 'examples');
    const example = loadExamples(folder).find(({ id }) => id === 'Q41');
    const usual = limitsFor(graph, LIMIT_DEFAULTS);

    for (const query of [getIntrospectionQuery(), String(example?.query)])
      expect(usual.admit({ query, variables: {} })).toBeLessThan(LIMIT_DEFAULTS.QUERY_MAX_COST / 4);
  });

  test('asks for the whole schema once', async () => {
    const { status, errors } = await hub.ask(
      '{ __schema { queryType { name } } again: __schema { queryType { name } } }',
    );

    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { limit: 'schemaFields', allowed: 1, found: 2 } }]);
  });

  test('costs more where the schema is larger, at every list', () => {
    const wide = Array.from({ length: 2_000 }, (_, n) => `f${n}(a: Int, b: Int): Org`).join(' ');
    const large = limitsFor(buildSchema(`type Org { ${wide} } type Query { org: Org }`), settings);
    const [names, fields, args] = ['name', 'fields { name }', 'fields { args { name } }'].map(
      (asked) => `{ __schema { types { ${asked} } } }`,
    );
    const found = (query = '') => large.admit({ query, variables: {} });

    expect(found(names)).toBe(101);
    expect(found(fields)).toBeGreaterThan(200);
    expect(found(args)).toBeGreaterThan(400);
    expect(cost(String(args))).toBeLessThan(120);
  });

  test('of one type counts on the largest one', () => {
    const wide = Array.from({ length: 2_000 }, (_, n) => `f${n}: Int`).join(' ');
    const large = limitsFor(buildSchema(`type Query { ${wide} }`), settings);

    expect(large.admit({ query: '{ __type(name: "Query") { fields { name } } }', variables: {} })).toBe(200);
  });

  test('that goes round in circles is refused', async () => {
    const circle = `${'fields { type { '.repeat(10)} name ${'} }'.repeat(10)}`;

    const { status, errors, fetches } = await hub.ask(`{ __schema { types { ${circle} } } }`);

    expect(status).toBe(400);
    expect(errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', limit: 'introspectionSteps', allowed: 2 } },
    ]);
    expect(fetches).toEqual([]);
  });
});
