import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { loadExamples } from '../../gateway/explorer/examples.js';
import { projectPath } from '../../schema/contract/project.js';
import { limitsFor } from '../../gateway/limits.js';
import { LIMIT_DEFAULTS, type LimitSettings } from '../../gateway/limits/settings.js';
import { hubOf, sharedHub } from '../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

const SCHEMA = buildSchema(`
  interface Thing { id: ID! }
  type Org implements Thing { id: ID! name: String parent: Org children(first: Int, last: Int): Page! tags: [Tag!]! }
  type Tag { word: String }
  type Page { totalCount: Int edges: [Edge!]! info: Info! }
  type Edge { node: Org! }
  type Info { more: Boolean }
  type Query { org: Org orgs(first: Int): [Org!]! nodes(ids: [ID!]!): [Thing]! }
`);

const settings: LimitSettings = { ...LIMIT_DEFAULTS, QUERY_MAX_COST: 1_000 };
const limits = limitsFor(SCHEMA, settings);
const cost = (query: string, variables = {}) => limits.admit({ query, variables });

function refusal(query: string, variables = {}): unknown {
  try {
    limits.admit({ query, variables });
  } catch (error) {
    return (error as { extensions: unknown }).extensions;
  }
  return null;
}

describe('the number of fields', () => {
  const doubling = (levels: number): string => {
    const names = Array.from({ length: levels }, (_, level) => `F${level}`);
    const twice = names.map((name, level) => `fragment ${name} on Org { ...F${level + 1} ...F${level + 1} }`);
    return `{ org { ...F0 } } ${twice.join(' ')} fragment F${levels} on Org { name }`;
  };

  test('counts fragments wherever they are used, so that a short text cannot stand for a huge operation', () => {
    const { QUERY_MAX_FIELDS: allowed } = settings;

    expect(refusal(doubling(12))).toBeNull();
    expect(refusal(doubling(200))).toMatchObject({ code: 'QUERY_TOO_COMPLEX', limit: 'fields', allowed });
  });
});

describe('the cost of an operation', () => {
  test('is that of the default value where a variable is not given, also after it was null', () => {
    const query = 'query ($n: Int = 900) { orgs(first: $n) { name } }';

    expect(cost(query, { n: null })).toBe(20);
    expect(cost(query)).toBe(900);
    expect(cost(query, { n: 3 })).toBe(3);
  });

  test.each([
    ['one for each object', '{ org { name parent { name } } }', 2],
    ['nothing for plain fields', '{ __typename }', 0],
    ['each row of a page', '{ orgs(first: 7) { name } }', 7],
    [
      'the larger page where both ends are asked for',
      '{ org { children(first: 1, last: 9) { edges { cursor: node { id } } } } }',
      1 + 1 + 9 * 2,
    ],
    ['fields whose names every object has', '{ constructor { id } toString hasOwnProperty { id } }', 2],
    ['the default page where none is said', '{ orgs { name } }', 20],
    [
      'the rows of a connection in its list, not beside it',
      '{ org { children(first: 3) { edges { node { name } } info { more } } } }',
      1 + 1 + 3 * 2 + 1,
    ],
    [
      'pages within pages',
      '{ orgs(first: 4) { children(last: 5) { edges { node { name } } } } }',
      4 * (1 + 1 + 5 * 2),
    ],
    ['five rows of a list without pages', '{ org { tags { word } } }', 1 + 5],
    ['as many rows as ids', '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ['the same twice under two names', '{ a: org { name } b: org { name } }', 2],
    [
      'fragments wherever they are used',
      'query { org { ...F parent { ...F } } } fragment F on Org { parent { name } }',
      4,
    ],
    ['a condition as if it were met', '{ org @include(if: false) { name } }', 1],
  ])('counts %s', (_, query, expected) => {
    expect(cost(query)).toBe(expected);
  });

  test('reads page sizes from variables and their defaults', () => {
    const query = 'query ($n: Int = 6, $ids: [ID!]!) { orgs(first: $n) { name } nodes(ids: $ids) { id } }';

    expect(cost(query, { ids: ['a', 'b'] })).toBe(6 + 2);
    expect(cost(query, { ids: [], n: 9 })).toBe(9);
  });

  test('of a fragment under pages of two sizes is that of each', () => {
    const query = `{ org { a: children(first: 2) { ...P } b: children(first: 5) { ...P } } }
      fragment P on Page { edges { node { name } } }`;

    expect(cost(query)).toBe(1 + (1 + 2 * 2) + (1 + 5 * 2));
  });
});

const nested = (levels: number) => `{ org ${'{ parent '.repeat(levels)} { id } ${'}'.repeat(levels)} }`;
const aliases = (count: number) =>
  `{ org { ${Array.from({ length: count }, (_, n) => `a${n}: name`).join(' ')} } }`;

describe('an operation is refused before any work', () => {
  test.each([
    ['depth', nested(19), { limit: 'depth', allowed: 20, found: 21 }],
    ['aliases', aliases(31), { limit: 'aliases', allowed: 30, found: 31 }],
    ['root fields', `{ ${'org { id } '.repeat(21)} }`, { limit: 'rootFields', allowed: 20, found: 21 }],
    ['tokens', `{ ${'org '.repeat(5_000)} }`, { limit: 'tokens', allowed: 4_000, found: 4_001 }],
    [
      'cost',
      '{ orgs(first: 1001) { id } }',
      { limit: 'cost', allowed: 1_000, found: 1_001, cost: { estimate: 1_001, allowed: 1_000 } },
    ],
  ])('for its %s', (_, query, expected) => {
    expect(refusal(query)).toEqual({ code: 'QUERY_TOO_COMPLEX', messageVi: expect.any(String), ...expected });
  });

  test('for a page of a million rows that stands in a variable', () => {
    expect(refusal('query ($n: Int) { orgs(first: $n) { id } }', { n: 1_000_000 })).toMatchObject({
      limit: 'cost',
    });
  });

  test('for aliases that hide in fragments of fragments', () => {
    const query = `{ org { ...A ...A } } fragment A on Org { ...B ...B } fragment B on Org { ...C ...C }
      fragment C on Org { a: name b: name c: name d: name }`;

    expect(refusal(query)).toMatchObject({ limit: 'aliases', found: 32 });
  });

  test('stands at the limit, not below it', () => {
    expect(refusal(nested(18))).toBeNull();
    expect(refusal(aliases(30))).toBeNull();
    expect(refusal('{ orgs(first: 1000) { id } }')).toBeNull();
  });
});

describe('measuring takes no longer than the text is long', () => {
  test('for fragments that double at every step', () => {
    const steps = Array.from(
      { length: 300 },
      (_, n) => `fragment F${n} on Org { parent { ...F${n + 1} ...F${n + 1} } }`,
    );
    const query = `{ org { ...F0 } } ${steps.join(' ')} fragment F300 on Org { id }`;

    expect(refusal(query)).toMatchObject({ limit: 'depth', found: 302 });
  });

  test('for pages within pages whose product no number holds', () => {
    const deep = limitsFor(SCHEMA, { ...settings, QUERY_MAX_DEPTH: 10_000 });
    const query = `{ org ${'{ children(first: 1000) { edges { node '.repeat(200)} { id } ${'} } }'.repeat(200)} }`;

    expect(() => deep.admit({ query, variables: {} })).toThrow(`${Number.MAX_SAFE_INTEGER}`);
  });

  test('for fragments that contain themselves', () => {
    expect(
      cost('{ org { ...A } } fragment A on Org { parent { ...B } } fragment B on Org { parent { ...A } }'),
    ).toBe(3);
  });
});

describe('what is not GraphQL, or asks for what is not there, is left to validation', () => {
  test.each([
    ['no text', undefined],
    ['no GraphQL', '{ org { '],
    ['a character that GraphQL does not have', '{ org ? }'],
  ])('%s', (_, query) => {
    expect(limits.admit({ query, variables: {} })).toBeUndefined();
  });

  test('unknown fields, types, fragments and arguments', () => {
    expect(
      cost('{ nothing(first: "x") { at { all } } ...Gone ... on Ghost { id } org(ids: $x) { id } }'),
    ).toBe(3);
  });

  test('the operation of another name than the one asked', () => {
    const query = 'query A { org { id } } query B { orgs(first: 2000) { id } }';

    expect(limits.admit({ query, operationName: 'A', variables: {} })).toBe(1);
  });

  test.each([
    ['a name that it does not have', 'query A { org { id } }', 'B'],
    ['the name of what every object has', 'query A { org { id } }', 'constructor'],
    ['an empty name', '{ org { id } }', ''],
    ['no name where it has several', 'query A { org { id } } query B { org { id } }', undefined],
    ['no name where it has none', 'fragment A on Org { id }', undefined],
  ])('but not a document that is asked for %s', (_, query, operationName) => {
    const admit = () => limits.admit({ query, operationName, variables: {} });

    expect(admit).toThrow(
      expect.objectContaining({
        extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
      }),
    );
  });
});

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

describe('over HTTP', () => {
  const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

  test('a refused operation has status 400, both languages and a request id, and no agency is asked', async () => {
    const { status, data, errors, fetches, headers } = await hub.ask(
      '{ orgs(first: 30000) { edges { node { id } } } }',
    );

    expect({ status, data, fetches }).toEqual({ status: 400, data: undefined, fetches: [] });
    expect(errors).toEqual([
      {
        message: expect.stringContaining('at most 20000'),
        extensions: {
          code: 'QUERY_TOO_COMPLEX',
          messageVi: expect.stringContaining('tối đa 20000'),
          limit: 'cost',
          allowed: 20_000,
          found: 60_001,
          cost: { estimate: 60_001, allowed: 20_000 },
          requestId: headers.get('x-request-id'),
        },
      },
    ]);
  });

  test('a fragment that contains itself is a validation error', async () => {
    const query =
      '{ orgs { ...A } } fragment A on OrgConnection { ...B } fragment B on OrgConnection { ...A }';

    const { status, errors } = await hub.ask(query);

    expect(status).toBe(200);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  test('a list with thousands of wrong items is refused with few errors', async () => {
    const words = Array.from({ length: 20_000 }, () => 'x');

    const { status, errors } = await hub.ask('query ($words: [Int!]) { echo(words: $words) }', {
      variables: { words },
    });

    expect(status).toBe(200);
    expect(errors?.length).toBeLessThan(30);
  });
});
