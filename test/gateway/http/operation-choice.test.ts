import { describe, expect, test } from '@jest/globals';
import { sharedHub } from '../../support/tiny-hub.js';
import { errorsIn, hub, POST, PREFLIGHTED, send } from './send.js';

const usual = sharedHub(() => hub());

const SEVERAL =
  'query A { __typename } query B { __typename } mutation C { rename(id: "x", name: "y") { id } }';

const UNRESOLVED = [
  {
    message: expect.any(String),
    extensions: {
      code: 'OPERATION_RESOLUTION_FAILURE',
      messageVi: 'Không xác định được thao tác cần chạy.',
      requestId: expect.any(String),
    },
  },
];

const ACCEPTED = [
  ['application/json', 200],
  ['application/graphql-response+json', 400],
] as const;

describe('an operation that cannot be found in its document', () => {
  test.each([
    ['under an unknown name', 'D'],
    ['among several without a name', undefined],
  ])('%s is refused over POST and GET', async (_, operationName) => {
    const asked = new URLSearchParams({ query: SEVERAL, ...(operationName && { operationName }) });

    for (const [accept, status] of ACCEPTED) {
      const headers = { ...PREFLIGHTED, accept };
      const answers = await Promise.all([
        post({ query: SEVERAL, operationName }, accept),
        send(`${usual.url}/graphql?${asked.toString()}`, { headers }),
      ]);

      for (const sent of answers) {
        expect(sent.status).toBe(status);
        expect(errorsIn(sent)).toEqual(UNRESOLVED);
        expect(sent.body).not.toContain('"data"');
      }
    }
  });

  test.each([
    ['a query', '{ __typename }'],
    ['a query that is too dear', '{ orgs(first: 30000) { edges { cursor } } }'],
    ['a mutation', 'mutation { rename(id: "x", name: "y") { id } }'],
  ])('since the name in the body is empty, is refused: %s', async (_, query) => {
    const sent = await post({ query, operationName: '' }, 'application/graphql-response+json');

    expect(sent.status).toBe(400);
    expect(errorsIn(sent)).toEqual(UNRESOLVED);
  });
});

function post(asked: object, accept: string) {
  const options = { ...POST, headers: { ...POST.headers, accept } };
  return send(`${usual.url}/graphql`, options, [JSON.stringify(asked)]);
}
