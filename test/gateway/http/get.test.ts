import { describe, expect, test } from '@jest/globals';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { errorsIn, hub, PREFLIGHTED, refusalWith, send, type Sent } from './send.js';

const usual = sharedHub(() => hub());

function get(
  url: string,
  parameters: ConstructorParameters<typeof URLSearchParams>[0],
  headers: object = {},
): Promise<Sent> {
  const search = new URLSearchParams(parameters).toString();
  return send(`${url}/graphql?${search}`, { headers: { ...PREFLIGHTED, ...headers } });
}

describe('GET', () => {
  test('answers a query, with variables', async () => {
    const variables = '{"w": [1, 2]}';

    const sent = await get(usual.url, { query: 'query ($w: [Int!]) { echo(words: $w) }', variables });

    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body)).toMatchObject({ data: { echo: 2 } });
  });

  test.each([
    ['an empty operationName', { operationName: '' }],
    ['variables of null', { variables: 'null' }],
    ['extensions of null', { extensions: 'null' }],
    ['a parameter that nobody knows', { 'no-such': '1', toString: '2' }],
  ])('with %s is a query like any other', async (_, parameters) => {
    const sent = await get(usual.url, { query: '{ __typename }', ...parameters });

    expect(sent).toMatchObject({
      status: 200,
      body: expect.stringContaining('"data":{"__typename":"Query"}'),
    });
  });

  test.each([
    ['no query', [['variables', '{}']]],
    ['an empty query', [['query', '']]],
    [
      'variables that are no JSON',
      [
        ['query', '{ __typename }'],
        ['variables', '{'],
      ],
    ],
    [
      'variables that are a list',
      [
        ['query', '{ __typename }'],
        ['variables', '[]'],
      ],
    ],
    [
      'extensions that are a text',
      [
        ['query', '{ __typename }'],
        ['extensions', '"x"'],
      ],
    ],
    [
      'two queries',
      [
        ['query', '{ __typename }'],
        ['query', '{ medalNames }'],
      ],
    ],
    [
      'an empty name and another',
      [
        ['query', 'query A { __typename }'],
        ['operationName', ''],
        ['operationName', 'A'],
      ],
    ],
  ] satisfies [string, [string, string][]][])('with %s is refused', async (_, parameters) => {
    const sent = await get(usual.url, parameters);

    expect(sent.status).toBe(400);
    expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
  });

  test('that announces a body of another type is refused', async () => {
    expect(await get(usual.url, { query: '{ __typename }' }, { 'content-type': 'text/plain' })).toMatchObject(
      {
        status: 415,
      },
    );
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'never runs a mutation, and says so in %s',
    async (accept) => {
      const union = await faultyServer(answering(200, '{"data": {}}'));
      const { url } = await hubOverHttp([tinyUnion()], { union: union.url });

      const sent = await get(url, { query: 'mutation { rename(id: "x", name: "y") { id } }' }, { accept });

      expect(sent).toMatchObject({ status: 405, headers: { allow: 'POST' } });
      expect(errorsIn(sent)).toEqual([refusalWith(sent.headers['x-request-id'])]);
      expect(union.requests).toEqual([]);
    },
  );

  test('is held to the same limits', async () => {
    const { status, body } = await get(usual.url, { query: '{ orgs(first: 30000) { edges { cursor } } }' });

    expect(status).toBe(400);
    expect(body).toContain('QUERY_TOO_COMPLEX');
  });
});
