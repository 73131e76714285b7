import { describe, expect, test } from '@jest/globals';
import { sharedHub, served } from '../../support/tiny-hub.js';
import { tinyUnion } from '../../support/tiny-subgraphs.js';
import { errorsIn, hub, POST, send, type Sent } from './send.js';

const usual = sharedHub(() => hub());

const JSON_TYPE = 'application/json';
const GRAPHQL = 'application/graphql-response+json';

interface Asked {
  readonly query?: string;
  readonly variables?: object;
  readonly extensions?: object;
}

function post(asked: Asked, accept: string, url = usual.url): Promise<Sent> {
  const options = { ...POST, headers: { ...POST.headers, accept } };
  return send(`${url}/graphql`, options, [JSON.stringify(asked)]);
}

const REFUSED: readonly (readonly [string, Asked, string])[] = [
  ['does not parse', { query: '{ org(' }, 'GRAPHQL_PARSE_FAILED'],
  ['is not valid', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['holds no operation', { query: 'fragment A on Query { __typename }' }, 'OPERATION_RESOLUTION_FAILURE'],
  [
    'has a wrong variable',
    { query: 'query ($w: [Int!]) { echo(words: $w) }', variables: { w: ['x'] } },
    'BAD_USER_INPUT',
  ],
  [
    'is but the name of a text',
    { extensions: { persistedQuery: { version: 1 } } },
    'PERSISTED_QUERY_NOT_SUPPORTED',
  ],
];

describe('an operation that GraphQL refuses', () => {
  test.each(REFUSED)('since it %s has status 200 in application/json and no data', async (_, asked, code) => {
    const sent = await post(asked, JSON_TYPE);

    expect(sent.status).toBe(200);
    expect(errorsIn(sent)).toMatchObject([
      { extensions: { code, messageVi: expect.any(String), requestId: sent.headers['x-request-id'] } },
    ]);
    expect(JSON.parse(sent.body)).not.toHaveProperty('data');
  });

  test.each(REFUSED)(
    'since it %s has status 400 in application/graphql-response+json',
    async (_, asked, code) => {
      const sent = await post(asked, GRAPHQL);

      expect(sent.status).toBe(400);
      expect(errorsIn(sent)).toMatchObject([{ extensions: { code } }]);
      expect(JSON.parse(sent.body)).not.toHaveProperty('data');
    },
  );
});

describe('in every media type', () => {
  test.each([JSON_TYPE, GRAPHQL])('data beside errors has status 200: %s', async (accept) => {
    const sent = await post({ query: '{ broken medalNames }' }, accept);

    expect(sent.status).toBe(200);
    expect(errorsIn(sent)).toHaveLength(1);
  });

  test.each([JSON_TYPE, GRAPHQL])('data that is null by an error has status 200: %s', async (accept) => {
    const { url } = await served(tinyUnion());

    const sent = await post({ query: '{ orgs { edges { node { strict } } } }' }, accept, url);

    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body)).toMatchObject({ data: null });
  });

  test.each([JSON_TYPE, GRAPHQL])('what a limit of the hub refuses has status 400: %s', async (accept) => {
    const sent = await post({ query: '{ orgs(first: 30000) { edges { cursor } } }' }, accept);

    expect(sent.status).toBe(400);
    expect(errorsIn(sent)).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
  });
});

describe('a subgraph', () => {
  test('gives the same statuses', async () => {
    const { url } = await served(tinyUnion());
    const asked = { query: '{ nothing }' };

    const answers = await Promise.all([post(asked, JSON_TYPE, url), post(asked, GRAPHQL, url)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
  });
});
