import { newKey } from '../../../schema/contract/release/keys.js';
import { aRegistry, partyOf, type Party, type TestRegistry } from './a-registry.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

let registry: TestRegistry;
let union: Party;
let recognition: Party;

beforeAll(async () => {
  registry = await aRegistry();
  union = await registry.party({ agency: 'union' });
  recognition = await registry.party({ agency: 'recognition' });
});
afterAll(() => registry.stop());

const APPROVAL = {
  kind: 'APPROVED',
  to: 'recognition',
  rights: [{ right: 'EXTEND', coordinate: 'UnionThing' }],
  reason: 'for a test',
} as const;

describe('a key', () => {
  test('of an agency is exchanged by the agency itself: the new one is added, the old one revoked', async () => {
    const old = await registry.party({ agency: 'coordination' });
    const next = registry.stranger('coordination');
    await old.say({ kind: 'KEY_ADDED', agency: 'coordination', publicJwk: next.newKey.publicJwk });
    await next.say({ kind: 'KEY_REVOKED', kid: old.key.kid, reason: 'exchanged' });
    await next.say({ ...APPROVAL, rights: [{ right: 'EXTEND', coordinate: 'CoordinationThing' }] });
    await expect(old.client.channels()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const jws = await old.sign(APPROVAL);
    await expect(next.client.submit(jws)).rejects.toMatchObject({ details: { reason: 'REVOKED_KEY' } });
  });

  test('is taken only for a time where it has one', async () => {
    const short = registry.stranger('union');
    const until = new Date(Date.now() + 300).toISOString();
    await union.say({ kind: 'KEY_ADDED', agency: 'union', publicJwk: short.newKey.publicJwk, until });
    const jws = await short.sign(APPROVAL);
    await new Promise((resolve) => setTimeout(resolve, Date.parse(until) - Date.now() + 10));
    await expect(union.client.submit(jws)).rejects.toMatchObject({ details: { reason: 'EXPIRED_KEY' } });
    expect(await union.client.keys()).toContainEqual(
      expect.objectContaining({ kid: short.key.kid, state: 'EXPIRED' }),
    );
  });

  test('of nobody is not trusted', async () => {
    const stranger = registry.stranger('union');
    await expect(stranger.client.channels()).rejects.toMatchObject({ details: { reason: 'UNTRUSTED' } });
    const jws = await stranger.sign(APPROVAL);
    await expect(union.client.submit(jws)).rejects.toMatchObject({
      code: 'UNTRUSTED_STATEMENT',
      details: { reason: 'UNKNOWN_KEY' },
    });
  });

  test('of one agency signs nothing for another', async () => {
    const saying = recognition.say({ ...APPROVAL, by: 'union' });
    await expect(saying).rejects.toMatchObject({ code: 'NOT_YOURS', details: { agency: 'union' } });
    const adding = { kind: 'KEY_ADDED', agency: 'union', publicJwk: newKey().publicJwk } as const;
    await expect(recognition.say(adding)).rejects.toMatchObject({ code: 'NOT_YOURS' });
    const revoking = { kind: 'KEY_REVOKED', kid: union.key.kid, reason: 'hostile' } as const;
    await expect(recognition.say(revoking)).rejects.toMatchObject({ code: 'NOT_YOURS' });
  });

  test('of a role is added by an operator alone', async () => {
    const adding = { kind: 'KEY_ADDED', role: 'OPERATOR', publicJwk: newKey().publicJwk } as const;
    await expect(union.say(adding)).rejects.toMatchObject({
      code: 'NOT_YOURS',
      details: { agency: 'OPERATOR' },
    });
  });

  test('belongs to one agency or one role, which the law knows', async () => {
    const { publicJwk } = newKey();
    const both = { kind: 'KEY_ADDED', agency: 'union', role: 'GATEWAY', publicJwk } as const;
    await expect(registry.operator.say(both)).rejects.toMatchObject({ code: 'INVALID_STATEMENT' });
    const unknown = { kind: 'KEY_ADDED', agency: 'nobody', publicJwk } as const;
    await expect(registry.operator.say(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('that was revoked never comes back', async () => {
    const once = await registry.party({ agency: 'union' });
    await registry.operator.say({ kind: 'KEY_REVOKED', kid: once.key.kid, reason: 'lost' });
    const again = { kind: 'KEY_ADDED', agency: 'union', publicJwk: once.newKey.publicJwk } as const;
    await expect(registry.operator.say(again)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
  });

  test('of the last operator cannot be revoked', async () => {
    const revoking = { kind: 'KEY_REVOKED', kid: registry.operator.key.kid, reason: 'by mistake' } as const;
    await expect(registry.operator.say(revoking)).rejects.toMatchObject({ details: { reason: 'LAST_KEY' } });
  });
});

test('a key whose end is near does not stand in for the last operator’s', async () => {
  const until = new Date(Date.now() + 86_400_000).toISOString();
  const { publicJwk } = newKey();
  await registry.operator.say({ kind: 'KEY_ADDED', role: 'OPERATOR', publicJwk, until });
  const revoking = { kind: 'KEY_REVOKED', kid: registry.operator.key.kid, reason: 'too early' } as const;
  await expect(registry.operator.say(revoking)).rejects.toMatchObject({ details: { reason: 'LAST_KEY' } });
});

describe('a statement', () => {
  const HOUR = 3_600_000;

  test.each([
    ['TOO_OLD', -25 * HOUR],
    ['NOT_YET', HOUR],
  ])('that is %s is refused', async (reason, offset) => {
    const at = new Date(Date.now() + offset).toISOString();
    await expect(union.say({ ...APPROVAL, at })).rejects.toMatchObject({
      code: 'UNTRUSTED_STATEMENT',
      details: { reason },
    });
  });

  test('that was signed for another registry is refused, though the same key counts in both', async () => {
    await expect(union.say({ ...APPROVAL, registry: 'a-rehearsal' })).rejects.toMatchObject({
      code: 'INVALID_STATEMENT',
      details: { reason: 'OTHER_REGISTRY' },
    });
  });

  test('is carried by anybody who has a key: the signature counts, not who brings it', async () => {
    const jws = await union.sign({ ...APPROVAL, reason: 'carried' });
    const answer = await registry.operator.client.submit(jws);
    expect(answer.entries.map(({ kind }) => kind)).toEqual(['APPROVED']);
  });
});

test('an approval is withdrawn by the owner alone, and then no longer holds', async () => {
  const { entries } = await union.say(APPROVAL);
  const [{ id } = { id: union.key.kid as `sha256:${string}` }] = entries;
  const withdrawing = { kind: 'APPROVAL_WITHDRAWN', approval: id, reason: 'over' } as const;
  await expect(recognition.say(withdrawing)).rejects.toMatchObject({
    code: 'NOT_YOURS',
    details: { agency: 'union' },
  });
  await union.say(withdrawing);
  expect((await union.client.approvals()).find((each) => each.id === id)).toMatchObject({
    state: 'WITHDRAWN',
  });
  await expect(union.say(withdrawing)).rejects.toMatchObject({ code: 'ALREADY_DONE' });
});

test('somebody with a key of the right name at another registry is a stranger here', async () => {
  const other = await aRegistry();
  const theirs = await other.party({ agency: 'union' });
  const here = partyOf('union', theirs.newKey, registry.url);
  await expect(here.client.channels()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await here.client.close();
  await other.stop();
});
