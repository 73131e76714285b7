import { describe, expect, test } from '@jest/globals';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';

const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

const many = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');

async function refusal(query: string, variables?: Readonly<Record<string, unknown>>) {
  const { status, data, errors = [], text, fetches } = await hub.ask(query, { variables });
  expect({ data, fetches }).toEqual({ data: undefined, fetches: [] });
  expect(text.length).toBeLessThan(25_000);
  return { status, errors, extensions: errors[0]?.extensions };
}

describe('the document', () => {
  test('DOC-02: every alias of a list costs what the list costs', async () => {
    const page = (alias: string) => `${alias}: orgs(first: 10) { edges { cursor } }`;

    const [one, three] = await Promise.all([
      hub.ask(`{ ${page('a')} }`),
      hub.ask(`{ ${['a', 'b', 'c'].map(page).join(' ')} }`),
    ]);

    const estimateOf = ({ text }: typeof one) => Number(/"estimate":(\d+)/.exec(text)?.[1]);
    expect(estimateOf(three)).toBe(3 * estimateOf(one));
  });

  test.each([
    [
      'deeper than may be',
      `{ orgs { edges { node ${'{ parent '.repeat(20)} { id } ${'}'.repeat(20)} } } }`,
      'depth',
    ],
    ['one field a thousand times', `{ ${'medalNames '.repeat(1_000)} }`, 'rootFields'],
    ['a thousand directives', `{ medalNames ${'@skip(if: false) '.repeat(500)} }`, 'directives'],
    [
      'fragments that double at every step',
      `{ ...f0 } ${many(60, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f60 on Query { medalNames }`,
      'rootFields',
    ],
    [
      'an alias that every row would repeat',
      `{ orgs { edges { ${'a'.repeat(201)}: cursor } } }`,
      'nameLength',
    ],
    [
      'a variable whose name is a megabyte',
      `query ($${'n'.repeat(900_000)}: Int) { medalNames }`,
      'nameLength',
    ],
  ])('of %s is refused before any work', async (_, query, limit) => {
    const { status, extensions } = await refusal(query);

    expect({ status, extensions }).toMatchObject({
      status: 400,
      extensions: { code: 'QUERY_TOO_COMPLEX', limit },
    });
  });

  test.each([
    ['nested without end', `${'{ a '.repeat(1_900)}${'}'.repeat(1_900)}`],
    ['braces in a value', `{ orgs(first: ${'{a:'.repeat(1_500)}1${'}'.repeat(1_500)}) { totalCount } }`],
  ])(
    "of %s ends at the bound of tokens or at the parser's own depth, whichever comes first",
    async (_, query) => {
      const { status, extensions } = await refusal(query);

      expect({ status, extensions }).toMatchObject({
        status: 400,
        extensions: { code: 'QUERY_TOO_COMPLEX', limit: expect.stringMatching(/^(tokens|depth)$/) },
      });
    },
  );

  test.each([
    ['an unfinished text', '{ medalNames'],
    ['braces the wrong way round', '}{'.repeat(10_000)],
    ['a syntax error in a megabyte', `{ "${'x'.repeat(900_000)}`],
    ['half of a letter', '{ org(id: "\\uD83D") { name } }'],
    ['no document', ''],
  ])('that is %s is told so in few words', async (_, query) => {
    const { errors } = await refusal(query);

    expect(errors).toHaveLength(1);
    expect(errors[0]?.message.length).toBeLessThan(1_100);
  });

  test('DOC-07: two fragments that contain each other are a mistake, and nothing is called', async () => {
    const { extensions } = await refusal(
      '{ orgs { ...A } } fragment A on OrgConnection { ...B } fragment B on OrgConnection { ...A }',
    );

    expect(extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  test('of six hundred operations runs none where it is not said which', async () => {
    const { extensions } = await refusal(many(600, (n) => `query q${n} { medalNames }`));

    expect(extensions).toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
  });

  test.each(['type Query { a: Int }', '{ medalNames } extend type Query { a: Int }'])(
    'with definitions of types changes nothing: %s',
    async (query) => {
      const { errors } = await refusal(query);

      expect(errors).toHaveLength(1);
    },
  );

  test.each(['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }'])(
    'of what is between gateway and subgraphs is unknown: %s',
    async (query) => {
      const { extensions } = await refusal(query);

      expect(extensions).toMatchObject({ code: 'GRAPHQL_VALIDATION_FAILED' });
    },
  );
});

describe('names that every object of JavaScript has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'then'];

  test.each(NAMES)('are aliases like others: %s', async (name) => {
    const id = tinyId('Org', 1);

    const { text, errors } = await hub.ask(
      `{ ${name}: org(id: "${id}") { ${name}: name guard { ${name}: medals } } }`,
    );

    expect(errors).toBeUndefined();
    expect(text).toContain(`{"data":{"${name}":{"${name}":"Công đoàn 1","guard":{"${name}":3}}}`);
  });

  test.each(NAMES)('are variables, operations and fragments like others: %s', async (name) => {
    const query = `query ${name}($${name}: Int) { ...${name} } fragment ${name} on Query { orgs(first: $${name}) { edges { cursor } } }`;

    const given = await hub.ask(query, { variables: JSON.parse(`{"${name}": 1}`) as object as never });
    const missing = await hub.ask(query, { operationName: name, variables: {} });

    expect(given.data).toMatchObject({ orgs: { edges: [{}] } });
    expect(missing.data).toMatchObject({ orgs: { edges: [{}, {}, {}, {}, {}] } });
  });

  test.each(NAMES)('are no fields, types or directives: %s', async (name) => {
    const codes = await Promise.all(
      [`{ ${name} }`, `{ ... on ${name} { medalNames } }`, `{ medalNames @${name} }`].map(
        async (query) => (await refusal(query)).extensions?.['code'],
      ),
    );

    expect(codes).toEqual(Array.from({ length: 3 }, () => 'GRAPHQL_VALIDATION_FAILED'));
  });
});

describe('values', () => {
  test('DOC-10: of a hundred thousand wrong ones few are told, and in one answer', async () => {
    const words = Array.from({ length: 100_000 }, (_, n) => `x${n % 10}`);

    const { errors } = await refusal('query ($words: [Int!]) { echo(words: $words) }', { words });

    expect(errors.length).toBeLessThan(30);
    expect(errors.at(-1)?.message).toMatch(/too many/i);
  });

  test('a wrong one of half a megabyte is not sent back', async () => {
    const { errors } = await refusal('query ($n: Int) { orgs(first: $n) { totalCount } }', {
      n: 'x'.repeat(500_000),
    });

    expect(errors[0]?.message.length).toBeLessThan(1_100);
  });

  test.each(['99999999999999999999', '1e309', '-1e15', 'NaN', '"NaN"', '{a: 1}', '[[[[1]]]]'])(
    'such as %s are no number of rows',
    async (value) => {
      const { extensions } = await refusal(`{ orgs(first: ${value}) { totalCount } }`);

      expect(extensions?.['code']).toMatch(/GRAPHQL_VALIDATION_FAILED|QUERY_TOO_COMPLEX/);
    },
  );
});
