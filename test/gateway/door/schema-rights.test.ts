import { describe, expect, test } from '@jest/globals';
import { anAccessSite } from '../access/site.js';
import { errorsIn, PREFLIGHTED, send } from '../http/send.js';
import { aDoor } from './a-door.js';

const SCHEMA = '{ __schema { queryType { name } } }';
const MISSPELT = '{ unionz { name } }';

const site = () => anAccessSite({ door: aDoor({ INTROSPECTION_SCOPES: 'schema:read, admin' }) });

describe('where a scope is needed to ask for the schema', () => {
  test.each(['schema:read', 'other admin'])('a caller with %s is answered', async (scope) => {
    const opened = await site();

    const answer = await opened.hub.ask(SCHEMA, { headers: await opened.bearer({ scope }) });

    expect(answer).toMatchObject({ status: 200, data: { __schema: { queryType: { name: 'Query' } } } });
  });

  test('a caller without it is refused, with or without a token, by POST and by GET', async () => {
    const opened = await site();
    const address = `${opened.hub.url}/graphql?${new URLSearchParams({ query: SCHEMA }).toString()}`;

    const answers = [
      await opened.hub.ask(SCHEMA),
      await opened.hub.ask(SCHEMA, { headers: await opened.bearer({ scope: 'schema' }) }),
    ];
    const got = await send(address, { headers: PREFLIGHTED });

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    for (const { errors } of answers)
      expect(errors).toMatchObject([{ extensions: { code: 'INTROSPECTION_REFUSED' } }]);
    expect(got.status).toBe(403);
    expect(errorsIn(got)).toMatchObject([{ extensions: { code: 'INTROSPECTION_REFUSED' } }]);
  });

  test('names are suggested only to those who have it', async () => {
    const opened = await site();

    const without = await opened.hub.ask(MISSPELT, { headers: await opened.bearer() });
    const withScope = await opened.hub.ask(MISSPELT, { headers: await opened.bearer({ scope: 'admin' }) });

    expect(without.text).not.toContain('Did you mean');
    expect(withScope.text).toContain('Did you mean');
  });

  test('what is no question about the schema is answered as ever', async () => {
    const opened = await site();

    expect(await opened.hub.ask('{ __typename }')).toMatchObject({
      status: 200,
      data: { __typename: 'Query' },
    });
  });
});

test('a scope does not open a schema that is closed to everybody', async () => {
  const door = aDoor({ INTROSPECTION_SCOPES: 'admin' });
  const opened = await anAccessSite({ door, introspection: false });

  const answer = await opened.hub.ask(SCHEMA, { headers: await opened.bearer({ scope: 'admin' }) });

  expect(answer.status).toBe(403);
});
