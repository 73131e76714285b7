import { aPair, type HostBehaviour } from './issuer.js';
import { aSite } from './site.js';
import { describe, expect, test } from '@jest/globals';

const SETTINGS = {
  JWKS_CACHE_MS: '600000',
  JWKS_STALE_MS: '3600000',
  JWKS_COOLDOWN_MS: '5000',
};
const SUBJECTS = ['a', 'b', 'c', 'd', 'e', 'f'];
const UNAVAILABLE = 'AUTHENTICATION_UNAVAILABLE';
const UNTRUSTED = 'UNAUTHENTICATED UNTRUSTED';

describe('the keys of the issuer', () => {
  test('are read once for all who wait for them', async () => {
    await using site = await aSite(SETTINGS);
    const headers = await Promise.all(SUBJECTS.map((sub) => site.bearer({ sub })));

    const outcomes = await Promise.all(headers.map((header) => site.outcome(header)));

    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(site.keys.paths).toHaveLength(1);
  });

  test('may be followed by new ones at any time: a token of the new key is good at once', async () => {
    await using site = await aSite(SETTINGS);
    await site.authenticator.authenticate(await site.bearer());
    const next = await aPair('second');
    site.keys.publish(site.pair, next);
    const headers = await Promise.all(SUBJECTS.map((sub) => site.bearer({ sub }, next)));

    const outcomes = await Promise.all(headers.map((header) => site.outcome(header)));

    expect(new Set(outcomes)).toEqual(new Set(['accepted']));
    expect(site.keys.paths).toHaveLength(2);
    expect(await site.outcome(await site.bearer())).toBe('accepted');
  });

  test('are asked for no more than once a cooldown, however many unknown keys are named', async () => {
    await using site = await aSite(SETTINGS);
    await site.authenticator.authenticate(await site.bearer());
    const forged = await aPair('forged');
    const flood = async () => {
      const headers = await Promise.all(
        Array.from({ length: 50 }, (_, each) => site.bearer({}, forged, { kid: `forged-${each}` })),
      );
      for (const header of headers) expect(await site.outcome(header)).toBe(UNTRUSTED);
    };

    await flood();
    expect(site.keys.paths).toHaveLength(2);
    site.pass(5);
    await flood();

    expect(site.keys.paths).toHaveLength(3);
  });

  test('no longer vouch for a remembered token once its key has left them', async () => {
    await using site = await aSite(SETTINGS);
    const header = await site.bearer();
    await site.authenticator.authenticate(header);
    site.keys.publish(await aPair('second'));

    expect(await site.outcome(header)).toBe('accepted');
    site.pass(600);

    expect(await site.outcome(header)).toBe(UNTRUSTED);
  });

  test('leave a remembered caller the same object when they change but keep its key', async () => {
    await using site = await aSite(SETTINGS);
    const header = await site.bearer();
    const first = await site.authenticator.authenticate(header);
    site.keys.publish(await aPair('second'), site.pair);
    site.pass(600);

    const again = await site.authenticator.authenticate(header);

    expect(again).toBe(first);
    expect(site.authenticator.authenticate(header)).toBe(first);
  });

  test('are renewed before their time is over while they are in use, so that nobody waits', async () => {
    await using site = await aSite(SETTINGS);
    const header = await site.bearer();
    const first = await site.authenticator.authenticate(header);
    const unknown = await site.bearer({}, await aPair('unknown'));
    site.pass(480);

    expect(site.authenticator.authenticate(header)).toBe(first);

    // Waits for the keys that are on their way.
    expect(await site.outcome(unknown)).toBe(UNTRUSTED);
    expect(site.keys.paths).toHaveLength(2);
    site.pass(130);
    expect(site.authenticator.authenticate(header)).toBe(first);
  });

  test.each<HostBehaviour>([
    'failing',
    'redirecting',
    'silent',
    'huge',
    'babbling',
    'shapeless',
    'hangingUp',
  ])('accept nothing while they were never read: the host is %s', async (how) => {
    await using site = await aSite({ ...SETTINGS, ...(how === 'silent' && { JWKS_TIMEOUT_MS: '1000' }) });
    site.keys.behave(how);
    const header = await site.bearer();

    expect(await site.outcome(header)).toBe(UNAVAILABLE);
    expect(await site.outcome(header)).toBe(UNAVAILABLE);
    expect(site.keys.paths).toEqual(['/jwks.json']);

    site.keys.behave('well');
    site.pass(5);
    expect(await site.outcome(header)).toBe('accepted');
  });

  test('serve on while their host fails, within a bound', async () => {
    await using site = await aSite(SETTINGS);
    const seen = await site.bearer({ exp: 9_999_999_999 });
    const first = await site.authenticator.authenticate(seen);
    site.keys.behave('failing');
    site.pass(601);

    expect(await site.authenticator.authenticate(seen)).toBe(first);
    expect(await site.outcome(await site.bearer({ sub: 'new', exp: 9_999_999_999 }))).toBe('accepted');
    expect(site.authenticator.authenticate(seen)).toBe(first);
    expect(await site.outcome(await site.bearer({}, await aPair('second')))).toBe(UNAVAILABLE);
    site.pass(3_600);

    expect(await site.outcome(seen)).toBe(UNAVAILABLE);
    expect(await site.outcome(await site.bearer({ exp: 9_999_999_999 }))).toBe(UNAVAILABLE);
  });

  test('are read from nowhere else than their address', async () => {
    await using site = await aSite(SETTINGS);
    site.keys.behave('redirecting');

    await site.outcome(await site.bearer({}, site.pair, { jku: `${site.keys.url}?other` }));

    expect(site.keys.paths).toEqual(['/jwks.json']);
  });

  test('do without the ones among them that nobody can use', async () => {
    await using site = await aSite(SETTINGS);
    const strange = { ...site.pair, published: { kty: 'STRANGE', kid: 'strange' } };
    site.keys.publish(strange, site.pair);

    expect(await site.outcome(await site.bearer())).toBe('accepted');
    expect(await site.outcome(await site.bearer({}, site.pair, { kid: 'strange' }))).toBe(UNTRUSTED);
  });

  test('never include a private one or a secret', async () => {
    await using site = await aSite(SETTINGS);
    const secret = { ...site.pair, published: { kty: 'oct', kid: 'first', k: 'c2VjcmV0' } };
    site.keys.publish(secret);

    expect(await site.outcome(await site.bearer())).toBe(UNTRUSTED);
  });
});
