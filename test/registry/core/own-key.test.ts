import { addressOf } from '../../../schema/contract/release/address.js';
import { newKey, publicKeysOf, writeKeyFile } from '../../../schema/contract/release/keys.js';
import { verifyRelease } from '../../../schema/contract/release/release.js';
import { signerOf, statementIn } from '../../../schema/contract/release/sign.js';
import type { ChannelRelease } from '../../../schema/contract/release/wire.js';
import type { RunningRegistryServer } from '../../../schema/registry/server/server.js';
import { sdlOf } from './a-law.js';
import { aRegistry, REGISTRY, type Party, type TestRegistry } from './a-registry.js';
import { publishing } from './publishing.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

/** The registry's own key is exchanged: a second process signs with the new one, the first still with the old one. */
describe('the registry’s own key', () => {
  const next = newKey();
  let registry: TestRegistry;
  let exchanged: RunningRegistryServer;
  let union: Party;
  let unionThere: Party;
  let old: string;
  let former: ChannelRelease | undefined;

  beforeAll(async () => {
    registry = await aRegistry();
    union = await registry.party({ agency: 'union' });
    old = (await union.client.keys()).find(({ role }) => role === 'REGISTRY')?.kid ?? '';
    await published(union, ['before']);
    ({ channel: former } = await published(union, ['before', 'former']));
    await published(union, ['before', 'former', 'last']);
    await registry.operator.say({ kind: 'KEY_ADDED', role: 'REGISTRY', publicJwk: next.publicJwk });
  });
  afterAll(async () => {
    await unionThere.client.close();
    await exchanged.stop();
    await registry.stop();
  });

  async function published(party: Party, fields: readonly string[]) {
    const sdl = sdlOf('union', fields);
    return party.say(publishing('union', sdl), { texts: [sdl] });
  }

  test('is not revoked while it signs: the log could be read by nobody then', async () => {
    const revoking = { kind: 'KEY_REVOKED', kid: old, reason: 'exchanged' } as const;
    await expect(registry.operator.say(revoking)).rejects.toMatchObject({ details: { reason: 'OWN_KEY' } });
  });

  test('is exchanged by a start with the new one, which signs anew what channels serve', async () => {
    const REGISTRY_KEY_FILE = `${registry.settings['REGISTRY_KEY_FILE']}.next`;
    writeKeyFile(REGISTRY_KEY_FILE, next.privateJwk);
    exchanged = await registry.reopen({ REGISTRY_KEY_FILE, PORT: '0' });
    unionThere = union.at(exchanged.url);
    const operator = registry.operator.at(exchanged.url);
    await operator.say({ kind: 'KEY_REVOKED', kid: old, reason: 'exchanged' });
    await operator.client.close();
    await verified(await unionThere.client.channel('production'));
  });

  test('that was revoked elsewhere signs nothing more, and the log goes on', async () => {
    const publishingHere = published(union, ['before', 'former', 'last', 'here']);
    await expect(publishingHere).rejects.toMatchObject({
      code: 'TRY_AGAIN',
      details: { reason: 'OWN_KEY' },
    });
    const { channel } = await published(unionThere, ['before', 'former', 'last', 'there']);
    await verified(channel ?? null);
  });

  test('signs anew what a channel returns to', async () => {
    const pointed = statementIn(former?.pointed ?? '');
    const to = pointed.kind === 'POINTED' ? pointed.composed : addressOf('');
    const said = { kind: 'ROLLED_BACK', channel: 'production', to, reason: 'slow' } as const;
    const { channel = null } = await unionThere.say(said);
    expect(channel?.supergraph).toBe(former?.supergraph);
    expect(signerOf(channel?.composed ?? '')).toBe(next.kid);
    await verified(channel);
  });

  async function verified(release: ChannelRelease | null): Promise<void> {
    if (!release) throw new Error('The channel serves nothing.');
    const supergraphSdl = await unionThere.client.text(release.supergraph);
    const keys = publicKeysOf([next.publicJwk]);
    await verifyRelease(
      { ...release, supergraphSdl },
      { channel: 'production', registry: { name: REGISTRY, keys } },
    );
  }
});
