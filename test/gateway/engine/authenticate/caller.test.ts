import { ANONYMOUS } from '../../../../schema/contract/caller.js';
import { aPair } from './issuer.js';
import { aSite, START } from './site.js';
import { describe, expect, test } from '@jest/globals';

describe('the caller behind a request', () => {
  test('is anonymous when no Authorization header came, and no key is read for that', async () => {
    await using site = await aSite();

    expect(site.authenticator.authenticate(undefined)).toBe(ANONYMOUS);
    expect(site.keys.paths).toEqual([]);
  });

  test('has the claims, scopes and policies of the token', async () => {
    await using site = await aSite();
    const header = await site.bearer({ sub: 'an', scope: 'read:users  write:user', policies: ['mfa', 7] });

    const caller = await site.authenticator.authenticate(header);

    expect(caller.isAuthenticated).toBe(true);
    expect(caller.claims).toMatchObject({ sub: 'an', iss: 'https://issuer.test' });
    expect([...caller.scopes]).toEqual(['read:users', 'write:user']);
    expect([...caller.policies]).toEqual(['mfa']);
  });

  test.each(['RS256', 'PS256', 'ES256', 'EdDSA'])('may be signed for with %s', async (alg) => {
    await using site = await aSite();
    const pair = await aPair('other', alg);
    site.keys.publish(site.pair, pair);

    expect(await site.outcome(await site.bearer({}, pair))).toBe('accepted');
  });

  test('is told by a token without a key id as long as one key alone fits', async () => {
    await using site = await aSite();
    const header = await site.bearer({}, site.pair, { kid: undefined });

    expect(await site.outcome(header)).toBe('accepted');
  });

  test('is the same object, and no promise, whenever the same token comes', async () => {
    await using site = await aSite();
    const header = await site.bearer();

    const [first, second] = await Promise.all([
      site.authenticator.authenticate(header),
      site.authenticator.authenticate(header),
    ]);

    expect(second).toBe(first);
    expect(site.authenticator.authenticate(header)).toBe(first);
    expect(site.authenticator.authenticate(header.replace('Bearer', 'bearer'))).toBe(first);
    expect(Object.isFrozen(first) && Object.isFrozen(first.claims)).toBe(true);
    expect(site.keys.paths).toHaveLength(1);
  });

  test('is not remembered beyond the end of the token', async () => {
    await using site = await aSite({ JWT_CLOCK_TOLERANCE_S: '5' });
    const header = await site.bearer({ exp: START + 10 });
    const first = await site.authenticator.authenticate(header);

    site.pass(14);
    expect(site.authenticator.authenticate(header)).toBe(first);
    site.pass(1);

    expect(await site.outcome(header)).toBe('UNAUTHENTICATED EXPIRED');
  });

  test('is forgotten when memory runs out, and then verified again', async () => {
    await using site = await aSite({ JWT_REMEMBERED_BYTES: '65536' });
    const first = await site.bearer({ sub: '0' });
    await site.authenticator.authenticate(first);
    for (let each = 1; each < 50; each += 1) {
      await site.authenticator.authenticate(await site.bearer({ sub: String(each) }));
    }

    const again = site.authenticator.authenticate(first);

    expect(again).toBeInstanceOf(Promise);
    expect((await again).claims['sub']).toBe('0');
  });
});
