import { newKey } from '../../../schema/contract/release/keys.js';
import { sdlOf, urlOf } from '../core/a-law.js';
import { aRegistry, REGISTRY, type Party, type TestRegistry } from '../core/a-registry.js';
import { folders, hub, type HubRun } from './a-desk.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command line at which another registry answers than the one that it knows. */
describe('hub knows the registry beforehand', () => {
  const places = folders();
  let registry: TestRegistry;
  let union: Party;

  beforeAll(async () => {
    registry = await aRegistry();
    union = await registry.party({ agency: 'union' });
  });

  afterAll(async () => {
    places.remove();
    await registry.stop();
  });

  async function publishing(known?: object): Promise<HubRun> {
    const cwd = places.project(union, registry, { url: urlOf('union'), sdl: sdlOf('union') });
    const file = join(cwd, 'registry.jwks.json');
    if (known) writeFileSync(file, JSON.stringify(known));
    else rmSync(file);
    return hub(['publish', '--message', 'one', '--format', 'json'], { cwd });
  }

  test('and asks nothing where nobody says who it is', async () => {
    const { exit, json } = await publishing();
    expect([exit, json.error.code]).toEqual([2, 'INVALID_INPUT']);
    expect(json.error.message.en).toContain('registry.jwks.json');
  });

  test('and is told so by one of another name', async () => {
    const { keys } = JSON.parse(readFileSync(registry.trustFile, 'utf8'));
    const { exit, json } = await publishing({ registry: 'in-earnest', keys });
    expect([exit, json.error.code, json.error.reason]).toEqual([3, 'UNAUTHENTICATED', 'OTHER_REGISTRY']);
  });

  test('and signs nothing for one that cannot show that it is the one of this name', async () => {
    const { exit, json } = await publishing({ registry: REGISTRY, keys: [newKey().publicJwk] });
    expect([exit, json.error.code, json.error.reason]).toEqual([5, 'RELEASE_REFUSED', 'REGISTRY']);
  });
});
