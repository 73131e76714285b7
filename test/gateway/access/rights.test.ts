import { describe, expect, test } from '@jest/globals';
import { ENGINE_SETTINGS } from '../../../gateway/engine/settings.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { anAccessSite } from './site.js';

const BUDGETS = '{ unions { name budget } }';
const REJECT = { engine: readSettings(ENGINE_SETTINGS, { AUTHZ_MODE: 'reject' }) };

describe('what a caller may not see', () => {
  test('is null with an error, and is not fetched', async () => {
    const site = await anAccessSite();

    const { status, data, errors } = await site.hub.ask(BUDGETS, { headers: await site.bearer() });

    expect(status).toBe(200);
    expect(data).toEqual({
      unions: [
        { name: 'Công đoàn 1', budget: null },
        { name: 'Công đoàn 2', budget: null },
      ],
    });
    expect(errors).toMatchObject([
      { extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', affectedPath: 'unions.@.budget' } },
    ]);
    expect(site.asked()).not.toContain('TradeUnion.budget');
  });

  test('is answered to a caller who may', async () => {
    const site = await anAccessSite();

    const { data, errors } = await site.hub.ask(BUDGETS, {
      headers: await site.bearer({ scope: 'auditor' }),
    });

    expect(data).toMatchObject({ unions: [{ budget: 510_001 }, { budget: 510_002 }] });
    expect(errors).toBeUndefined();
  });

  test('is the same question for the plans that are kept, and another answer for each caller', async () => {
    const site = await anAccessSite();
    const [auditor, other] = [await site.bearer({ scope: 'auditor' }), await site.bearer({ scope: 'none' })];
    const budget = async (headers?: Readonly<Record<string, string>>) => {
      const { data } = await site.hub.ask(BUDGETS, { headers });
      return (data as { readonly unions: readonly { readonly budget: unknown }[] }).unions[0]?.budget;
    };

    const seen = [];
    for (const headers of [auditor, undefined, other, auditor, other, undefined, auditor])
      seen.push(await budget(headers));

    expect(seen).toEqual([510_001, null, null, 510_001, null, null, 510_001]);
  });

  test.each([
    ['401 and a challenge without a token', undefined, 401, 'Bearer'],
    ['403 with one that is not enough', { scope: 'finance:read' }, 403, null],
  ])('refuses the whole operation in reject mode: %s', async (_, claims, status, challenge) => {
    const site = await anAccessSite(REJECT);
    const headers = claims && (await site.bearer(claims));

    const answer = await site.hub.ask(BUDGETS, { headers });

    expect(answer).toMatchObject({
      status,
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', requestId: expect.any(String) } }],
    });
    expect(answer.data).toBeUndefined();
    expect(answer.headers.get('www-authenticate')).toBe(challenge);
    expect(site.asked()).toEqual([]);
  });

  test('refuses nothing in reject mode when all of it may be seen', async () => {
    const site = await anAccessSite(REJECT);

    const { status, data } = await site.hub.ask(BUDGETS, {
      headers: await site.bearer({ scope: 'auditor' }),
    });

    expect({ status, data }).toMatchObject({ status: 200, data: { unions: [{ budget: 510_001 }, {}] } });
  });

  test('is decided by the policies of the one who runs the gateway, where there are such', async () => {
    const decidePolicies = (names: readonly string[]) =>
      Promise.resolve(new Map(names.map((name) => [name, name === 'ledger'])));
    const site = await anAccessSite({ decidePolicies });

    const { data } = await site.hub.ask('{ ledger { balance } }');

    expect(data).toEqual({ ledger: { balance: 540_001 } });
  });
});
