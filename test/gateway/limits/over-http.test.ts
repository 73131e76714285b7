import { hubOf, sharedHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { describe, expect, test } from '@jest/globals';

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
