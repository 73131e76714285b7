import { describe, expect, test } from '@jest/globals';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../schema/contract/caller-token.js';
import { ask } from '../../support/tiny-hub.js';
import { anAccessSite } from './site.js';

const BUDGETS = '{ unions { name budget } }';

describe('a subgraph', () => {
  test('learns from the gateway who asks, under which id', async () => {
    const site = await anAccessSite();

    const { headers } = await site.hub.ask('{ organizations { id reports } }', {
      headers: await site.bearer({ sub: 'an', scope: 'read' }),
    });

    const requestId = headers.get('x-request-id');
    expect(site.origins).toHaveLength(2);
    for (const origin of site.origins)
      expect(origin).toMatchObject({ requestId, caller: { claims: { sub: 'an', scope: 'read' } } });
  });

  test('learns that nobody signed in', async () => {
    const site = await anAccessSite();

    await site.hub.ask('{ unions { name } }');

    expect(site.origins).toMatchObject([{ caller: { isAuthenticated: false, claims: {} } }]);
  });

  test("refuses who comes without the gateway's token, and who comes with the client's own", async () => {
    const site = await anAccessSite();

    const answers = [
      await ask(site.urlOf('union'), BUDGETS),
      await ask(site.urlOf('union'), BUDGETS, { headers: await site.bearer({ scope: 'auditor' }) }),
    ];

    expect(answers).toMatchObject([
      { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'MISSING' } }] },
      { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: 'UNTRUSTED' } }] },
    ]);
    expect(answers.map(({ headers }) => headers.get('www-authenticate'))).toEqual([
      'Bearer',
      'Bearer error="invalid_token"',
    ]);
    expect(site.asked()).toEqual([]);
  });

  test('that does not know its gateway has failed, as clients see it', async () => {
    const site = await anAccessSite({ tokens: callerTokens(CALLER_TOKEN_DEFAULTS) });

    const { status, errors } = await site.hub.ask('{ verdict unions { name } }');
    const ready = await fetch(`${site.hub.url}/health/ready`);

    expect(status).toBe(200);
    expect(errors).toContainEqual(
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'SUBGRAPH_FAILED', agency: 'union' }),
      }),
    );
    expect(ready.status).toBe(503);
  });

  test('answers the readiness check of its gateway', async () => {
    const site = await anAccessSite();

    const ready = await fetch(`${site.hub.url}/health/ready`);

    expect(await ready.json()).toMatchObject({ subgraphs: { union: 'ready', reports: 'ready' } });
  });

  test('finds the public key of its gateway, and that alone, at a known address', async () => {
    const site = await anAccessSite();

    const answer = await fetch(`${site.hub.url}/.well-known/jwks.json`);
    const { keys } = (await answer.json()) as { readonly keys: readonly object[] };

    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ['alg', 'crv', 'kid', 'kty', 'use', 'x'],
    ]);
  });
});
