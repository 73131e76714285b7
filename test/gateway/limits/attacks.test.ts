import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { describe, expect, test } from '@jest/globals';

const repeated = (count: number, of: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');

/** A selection within itself: `step` goes one or more levels down, and is closed by as many braces. */
const nested = (times: number, step: string, innermost: string): string =>
  `${`${step} `.repeat(times)}${innermost}${' }'.repeat(times * step.split('{').length - times)}`;

describe('no agency hears of', () => {
  const hub = sharedHub(() => hubOf([tinyUnion(), tinyPolice(), tinyAwards()]));

  test.each([
    [
      'DOC-02',
      'thousands of aliases of one field',
      `{ ${repeated(5_000, (n) => `a${n}: broken`)} }`,
      'tokens',
    ],
    [
      'DOC-02',
      'more aliases than may be',
      `{ orgs { ${repeated(31, (n) => `a${n}: totalCount`)} } }`,
      'aliases',
    ],
    [
      'DOC-03',
      'one field with hundreds of directives',
      `{ broken ${'@skip(if: false) '.repeat(500)} }`,
      'directives',
    ],
    ['DOC-03', 'directives that do not exist', `{ broken ${'@no '.repeat(1_000)} }`, 'directives'],
    [
      'DOC-05',
      'circular introspection',
      `{ __schema { types { ${nested(10, 'fields { type {', 'name')} } } }`,
      'introspectionSteps',
    ],
    [
      'PLN-05',
      'a page of a million rows',
      '{ orgs(first: 1000000) { totalCount edges { cursor } } }',
      'cost',
    ],
    [
      'PLN-05',
      'pages within pages within pages',
      `{ ${nested(1, 'orgs(first: 50) { edges { node {', nested(3, 'children(first: 50) { edges { node {', 'id'))} }`,
      'cost',
    ],
    [
      'PLN-05',
      'pages within pages that do not say how many they want',
      `{ ${nested(1, 'orgs { edges { node {', nested(3, 'children { edges { node {', 'id'))} }`,
      'cost',
    ],
  ])('%s: %s', async (_, __, query, limit) => {
    const { status, data, errors, fetches } = await hub.ask(query);

    expect({ status, data, fetches }).toEqual({ status: 400, data: undefined, fetches: [] });
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', limit } }]);
  });

  test('PLN-05: a million rows in a variable', async () => {
    const query = 'query ($n: Int) { orgs(first: $n) { edges { cursor } } }';

    const { errors, fetches } = await hub.ask(query, { variables: { n: 1_000_000 } });

    expect(fetches).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX', limit: 'cost' } }]);
  });

  test('DOC-07: fragments that contain each other', async () => {
    const fragments = 'fragment A on OrgConnection { ...B } fragment B on OrgConnection { ...A }';

    const { errors, fetches } = await hub.ask(`{ orgs { ...A } } ${fragments}`);

    expect(fetches).toEqual([]);
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  test('a page size that is lists within lists without end', async () => {
    const query = 'query ($n: Int) { orgs(first: $n) { totalCount } }';
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":${JSON.stringify(query)},"variables":{"n":${deep}}}`,
    });

    expect(await response.text()).not.toContain('INTERNAL');
  });
});
