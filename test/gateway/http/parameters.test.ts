import { describe, expect, test } from '@jest/globals';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp, sharedHub } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { errorsIn, hub, POST, refusalWith, send } from './send.js';

const usual = sharedHub(() => hub());

const query = '{ __typename }';

function post(body: string, accept = 'application/json') {
  return send(`${usual.url}/graphql`, { ...POST, headers: { ...POST.headers, accept } }, [body]);
}

describe('a request that is no operation', () => {
  test.each([
    ['an empty body', ''],
    ['half of a JSON', '{"query": '],
    ['null', 'null'],
    ['a text', '"{ __typename }"'],
    ['a list of operations', '[{"query": "{ __typename }"}]'],
    ['an empty object', '{}'],
    ['no query', '{"variables": {}}'],
    ['a query that is null', '{"query": null}'],
    ['an empty query', '{"query": ""}'],
    ['a parsed query', '{"query": {"kind": "Document"}}'],
    ['a number for the name', JSON.stringify({ query, operationName: 0 })],
    ['false for the name', JSON.stringify({ query, operationName: false })],
    ['variables as a text', JSON.stringify({ query, variables: '{}' })],
    ['variables as a list', JSON.stringify({ query, variables: [] })],
    ['extensions as a text', JSON.stringify({ query, extensions: 'x' })],
    ['extensions as zero', JSON.stringify({ query, extensions: 0 })],
  ])('for %s has status 400 in every media type, both languages and a request id', async (_, body) => {
    const answers = await Promise.all([post(body), post(body, 'application/graphql-response+json')]);

    for (const sent of answers) {
      expect(sent.status).toBe(400);
      expect(JSON.parse(sent.body)).toEqual({ errors: [refusalWith(sent.headers['x-request-id'])] });
    }
  });

  test('names the parameter that is wrong, and what would be right', async () => {
    const sent = await post(JSON.stringify({ query, variables: [] }));

    expect(errorsIn(sent)).toMatchObject([
      {
        message: 'The parameter "variables" must be a JSON object.',
        extensions: { messageVi: 'Tham số "variables" phải là một đối tượng JSON.' },
      },
    ]);
  });

  test('but a thousand mutations has none of them run', async () => {
    const union = await faultyServer(answering(200, '{"data": {}}'));
    const { url } = await hubOverHttp([tinyUnion()], { union: union.url });
    const one = { query: 'mutation { rename(id: "x", name: "y") { id } }' };

    const sent = await send(`${url}/graphql`, POST, [
      JSON.stringify(Array.from({ length: 1_000 }, () => one)),
    ]);

    expect(sent.status).toBe(400);
    expect(union.requests).toEqual([]);
  });
});

describe('an operation', () => {
  test.each([
    ['nulls for what is not given', { operationName: null, variables: null, extensions: null }],
    ['extensions that nobody knows', { extensions: { some: 'value' } }],
    ['parameters that nobody knows', { id: '1', __proto__: null, constructor: 1 }],
  ])('with %s is answered', async (_, parameters) => {
    const sent = await post(JSON.stringify({ query, ...parameters }));

    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body)).toMatchObject({ data: { __typename: 'Query' } });
  });

  test('in the body is the one that runs, whatever the address says', async () => {
    const { url } = usual;

    const sent = await send(`${url}/graphql?query={medalNames}`, POST, [JSON.stringify({ query })]);

    expect(JSON.parse(sent.body)).toMatchObject({ data: { __typename: 'Query' } });
  });
});
