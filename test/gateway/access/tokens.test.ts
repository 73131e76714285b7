import { describe, expect, test } from '@jest/globals';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { aPair } from '../engine/authenticate/issuer.js';
import { errorsIn, send } from '../http/send.js';
import { anAccessSite } from './site.js';

const BUDGETS = '{ unions { name budget } }';

describe('a request', () => {
  test('with an expired token is refused before anything is asked', async () => {
    const site = await anAccessSite();

    const answer = await site.hub.ask(BUDGETS, { headers: await site.bearer({ exp: 1_000_000_000 }) });

    expect(answer).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'EXPIRED' } }],
    });
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.data).toBeUndefined();
    expect(site.asked()).toEqual([]);
  });

  test.each(['application/json', 'application/graphql-response+json'])(
    'is refused for its token with the same status in %s, also by GET',
    async (accept) => {
      const site = await anAccessSite();
      const headers = { accept, authorization: 'Bearer abc', 'apollo-require-preflight': 'yes' };

      const post = await site.hub.ask(BUDGETS, { headers });
      const get = await send(`${site.hub.url}/graphql?query=${encodeURIComponent(BUDGETS)}`, { headers });

      expect([post.status, get.status]).toEqual([401, 401]);
      expect(errorsIn(get)).toMatchObject([{ extensions: { reason: 'MALFORMED' } }]);
      expect(get.headers['content-type']).toContain(accept);
    },
  );

  test('with two tokens is refused, though each of them is good', async () => {
    const site = await anAccessSite();
    const { authorization } = await site.bearer({ scope: 'auditor' });
    const headers = ['host', 'hub', 'content-type', 'application/json'];
    const twice = [...headers, 'authorization', authorization, 'authorization', authorization];

    const answer = await send(`${site.hub.url}/graphql`, { method: 'POST', headers: twice }, [
      JSON.stringify({ query: BUDGETS }),
    ]);

    expect(answer.status).toBe(401);
    expect(errorsIn(answer)).toMatchObject([{ extensions: { reason: 'MALFORMED' } }]);
  });

  test('whose token cannot be checked now is told when to try again', async () => {
    const site = await anAccessSite();
    site.keys.behave('failing');

    const answer = await site.hub.ask(BUDGETS, { headers: await site.bearer() });

    expect(answer).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'AUTHENTICATION_UNAVAILABLE' } }],
    });
    expect(answer.headers.get('retry-after')).toBe('5');
  });

  test('is let in by a new key of the issuer without a restart', async () => {
    const site = await anAccessSite();
    await site.hub.ask(BUDGETS, { headers: await site.bearer() });
    const next = await aPair('second');
    site.keys.publish(next);

    const { data } = await site.hub.ask(BUDGETS, {
      headers: await site.bearer({ scope: 'auditor' }, next),
    });

    expect(data).toMatchObject({ unions: [{ budget: 510_001 }, {}] });
  });

  test('is refused for its token before it is refused for its cost', async () => {
    const site = await anAccessSite({ limits: { ...LIMIT_DEFAULTS, QUERY_MAX_COST: 1 } });

    const code = async (headers?: Readonly<Record<string, string>>) =>
      (await site.hub.ask(BUDGETS, { headers })).errors?.[0]?.extensions['code'];

    expect(await code({ authorization: 'Bearer abc' })).toBe('UNAUTHENTICATED');
    expect(await code()).toBe('QUERY_TOO_COMPLEX');
  });

  test('with a token is refused by a gateway that trusts nobody', async () => {
    const site = await anAccessSite({ authentication: undefined });

    const answer = await site.hub.ask(BUDGETS, { headers: await site.bearer() });

    expect(answer).toMatchObject({ status: 401, errors: [{ extensions: { reason: 'NO_KEYS' } }] });
  });
});
