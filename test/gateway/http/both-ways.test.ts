import { describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import { POST, send, type Sent } from './send.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@authenticated"])`;

const SDL = `${LINK}
  interface Named { id: ID! name: String }
  type Thing implements Named @key(fields: "id") { id: ID! name: String strict: String! }
  type Query {
    thing: Thing named: Named things: [Thing!]! count: Int whole: Int! broken: String! sealed: String @authenticated
    rows(n: Int = 2, words: [Int!]): [Int] echo(word: String! = "default"): String expected: String
  }
  type Mutation { add(by: Int = 1): Int fail: Int }`;

const broken = () => {
  throw new Error('secret words');
};

function things() {
  return local('things', SDL, {
    Query: {
      thing: () => ({ id: 't', name: 'thing', strict: null }),
      named: () => ({ __typename: 'Thing', id: 'n', name: null }),
      things: () => [
        { id: 'a', strict: 'a' },
        { id: 'b', strict: null },
      ],
      count: () => 5,
      whole: () => 'no number',
      broken,
      rows: (_: unknown, { n }: { n: number }) => [n],
      echo: (_: unknown, { word }: { word: string }) => word,
      expected: () => {
        throw new HubError('INVALID_PAGE', text('Trang sai.', 'Wrong page.'), { http: { status: 418 } });
      },
    },
    Mutation: { add: (_: unknown, { by }: { by: number }) => by, fail: broken },
  });
}

interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

const TWO = 'query A { count } query B { broken }';
const PLAIN = [
  '{ thing { id name } named { __typename name ... on Thing { id } } }',
  '{ thing { __proto__: id constructor: name } __proto__: count toString: count }',
  '{ thing { strict } }',
  '{ things { id strict } count }',
  '{ things { id } again: things { i: id name } }',
  '{ broken }',
  '{ count broken }',
  '{ whole }',
  '{ expected count }',
  '{ sealed count }',
  '{ sealed }',
  '{ __typename ... { a: __typename } ... on Query { b: __typename } }',
  '{ __schema { queryType { name } } count }',
  '{ __schema { queryType { name } } __schema { mutationType { name } } }',
  '{ __type(name: "None") { name } }',
  getIntrospectionQuery(),
  'mutation { add b: add(by: 2) fail }',
  'subscription { count }',
  '{ nope }',
  '{ count ',
  '{ count } { whole }',
  '',
  'fragment F on Query { count }',
  '{ ...F } fragment F on Query { ...F }',
  '{ thing }',
  '{ count { id } }',
  'query ($unused: Int) { count }',
  `{ ${Array.from({ length: 21 }, (_, index) => `a${index}: count`).join(' ')} }`,
];
const REQUESTS: readonly Asked[] = [
  ...PLAIN.map((query) => ({ query })),
  { query: 'query ($n: Int = 7) { rows(n: $n) }' },
  { query: 'query ($n: Int = 7) { rows(n: $n) }', variables: { n: null } },
  { query: 'query ($n: Int) { rows(n: $n) }', variables: { n: 'x' } },
  { query: 'query ($n: Int!) { rows(n: $n) }' },
  { query: 'query ($words: [Int!]) { rows(words: $words) }', variables: { words: [1, null] } },
  { query: 'query ($word: String = "q") { echo(word: $word) }', variables: { word: null } },
  { query: 'query ($no: Boolean = true) { count @skip(if: $no) }', variables: { no: null } },
  { query: 'query ($no: Boolean!) { count @skip(if: $no) a: count }', variables: { no: true } },
  { query: 'query ($t: String = "Named") { __type(name: $t) { possibleTypes { name } } }' },
  { query: 'query ($t: String = "Named") { __type(name: $t) { name } }', variables: { t: null } },
  { query: TWO },
  { query: TWO, operationName: 'B' },
  { query: TWO, operationName: 'C' },
  { query: TWO, operationName: '' },
  { query: '{ count }', operationName: '' },
  { query: '{ count }', variables: { more: { than: 'asked' } } },
];

/** An answer without what differs from one request to the next. */
function lasting({ status, headers, body }: Sent) {
  const { 'x-request-id': id, date: _, ...rest } = headers;
  return { status, headers: rest, body: body.replaceAll(String(id), 'the id of the request') };
}

describe('a plain request is answered as Apollo Server answers it, byte by byte', () => {
  const sites = {
    'by a usual gateway': sharedHub(() => hubOf([things()])),
    'by one that tells nothing of its schema': sharedHub(() => hubOf([things()], { introspection: false })),
  };

  test.each(
    Object.keys(sites).flatMap((site) =>
      ['application/json', 'application/graphql-response+json'].flatMap((accept) =>
        REQUESTS.map((asked) => ({ site: site as keyof typeof sites, accept, asked })),
      ),
    ),
  )('$site as $accept: $asked', async ({ site, accept, asked }) => {
    const options = { ...POST, headers: { ...POST.headers, accept } };
    const url = `${sites[site].url}/graphql`;

    const plain = await send(url, options, [JSON.stringify(asked)]);
    const byApollo = await send(url, options, [JSON.stringify({ ...asked, extensions: {} })]);

    expect(lasting(plain)).toEqual(lasting(byApollo));
  });
});
