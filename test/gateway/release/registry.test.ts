import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { writeKeyFile } from '../../../schema/contract/release/keys.js';
import type { ChannelMove } from '../../../schema/contract/release/wire.js';
import { sdlOf } from '../../registry/core/a-law.js';
import { aRegistry, REGISTRY, type Party, type TestRegistry } from '../../registry/core/a-registry.js';
import { publishing } from '../../registry/core/publishing.js';
import { aFollower } from '../../support/a-follower.js';

jest.setTimeout(60_000);

let registry: TestRegistry;
let union: Party;
let gateway: Party;
let folder: string;
beforeAll(async () => {
  registry = await aRegistry();
  [union, gateway] = await Promise.all([
    registry.party({ agency: 'union' }),
    registry.party({ role: 'GATEWAY' }),
  ]);
  folder = mkdtempSync(join(tmpdir(), 'follows-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await registry.stop();
});

/** The settings by which a gateway follows the registry. */
function settings(): Readonly<Record<string, string>> {
  const [own, trusted] = [join(folder, 'gateway.jwk'), join(folder, 'registry.jwks')];
  writeKeyFile(own, gateway.newKey.privateJwk);
  const { kty, crv, x } = JSON.parse(
    readFileSync(String(registry.settings['REGISTRY_KEY_FILE']), 'utf8'),
  ) as {
    readonly [part: string]: string;
  };
  writeFileSync(trusted, JSON.stringify({ registry: REGISTRY, keys: [{ kty, crv, x }] }));
  return {
    REGISTRY_URL: registry.url,
    REGISTRY_KEY_FILE: own,
    REGISTRY_KEYS_FILE: trusted,
    RELEASE_DIR: join(folder, 'releases'),
    USAGE_EVERY_S: '1',
  };
}

async function moved(fits: (move: ChannelMove) => boolean): Promise<ChannelMove> {
  for (;;) {
    const found = (await union.client.channelHistory('production')).find(fits);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function launchOf(number: number): (move: ChannelMove) => boolean {
  return (move) => move.number === number && move.outcomes.some(({ outcome }) => outcome === 'LAUNCHED');
}

test('a gateway follows the registry itself: what is published is served, told of and reported as used', async () => {
  const first = sdlOf('union', ['name']);
  await union.say(publishing('union', first), { texts: [first] });
  const follower = await aFollower({ folder, settings: settings() });
  expect((await follower.ask('{ union { age } }')).errors?.[0]?.message).toContain('age');

  const second = sdlOf('union', ['name', 'age']);
  await union.say(publishing('union', second), { texts: [second] });
  const told = await Promise.all([1, 2].map((number) => moved(launchOf(number))));

  expect(told.map(({ number }) => number)).toEqual([1, 2]);
  expect((await follower.ask('{ union { age } }')).errors?.[0]?.extensions['code']).toBe(
    'SUBGRAPH_UNAVAILABLE',
  );
  for (;;) {
    const top = await gateway.client.topOperations('production', 5);
    if (top.some(({ text }) => text === '{union{age}}')) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(follower.logged('the registry did not take')).toEqual([]);
});
