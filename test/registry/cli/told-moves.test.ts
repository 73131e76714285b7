import { sdlOf, urlOf } from '../core/a-law.js';
import { aRegistry, type Party, type TestRegistry } from '../core/a-registry.js';
import { publishing } from '../core/publishing.js';
import { folders, hub, operating, type HubRun } from './a-desk.js';
import { inBetween, type InBetween } from './in-between.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

/** An operator at the command line, with somebody in between who alters what the registry answers. */
describe('hub signs no decision about a release by what it is only told', () => {
  const places = folders();
  let registry: TestRegistry;
  let union: Party;
  let between: InBetween;

  beforeAll(async () => {
    registry = await aRegistry();
    between = await inBetween(registry.url);
    union = await registry.party({ agency: 'union' });
    await registry.operator.say({ kind: 'CHANNEL_MADE', channel: 'staging', description: 'tries' });
    for (const fields of [[], ['one'], ['one', 'two']]) await publish(fields, 'production');
    await publish(['one', 'two'], 'staging');
    await publish(['one', 'two', 'three'], 'staging');
  });

  afterAll(async () => {
    places.remove();
    await between.close();
    await registry.stop();
  });

  afterEach(() => between.lies.clear());

  function publish(fields: readonly string[], channel: string) {
    const sdl = sdlOf('union', fields);
    return union.say(publishing('union', sdl, { channel, url: urlOf('union') }), { texts: [sdl] });
  }

  async function operate(...args: readonly string[]): Promise<HubRun> {
    const reach = operating({ ...registry, url: between.url }, places.make());
    return hub([...args, ...reach, '--format', 'json']);
  }

  /** A move of some channel is told in place of what is asked at a path. */
  async function lie(path: string, channel: string, number: number): Promise<void> {
    between.lies.set(path, await registry.operator.client.channelMove(channel, number));
  }

  const moves = async (): Promise<number> =>
    (await registry.operator.client.channelHistory('production')).length;

  test('not by a move of another number', async () => {
    await lie('/channels/production/moves/1', 'production', 2);
    const before = await moves();

    const { exit, json } = await operate('rollback', '--to', '1', '--reason', 'slow');

    expect([exit, json.error.code, json.error.reason]).toEqual([5, 'RELEASE_REFUSED', 'NUMBER']);
    expect(await moves()).toBe(before);
  });

  test('not by a move of another channel', async () => {
    await lie('/channels/production/moves/2', 'staging', 2);

    const { exit, json } = await operate('rollback', '--reason', 'slow');

    expect([exit, json.error.reason]).toEqual([5, 'CHANNEL']);
  });

  test('not by an older release that is told for the one that is served', async () => {
    await lie('/channels/production', 'production', 2);

    const { exit, json } = await operate('rollback', '--reason', 'slow');

    expect([exit, json.error.code]).toEqual([1, 'STALE_BASE']);
  });

  test('not by versions that the channel serves no more', async () => {
    const { exit, json } = await operate('channel', 'promote', 'staging', 'production', '--seen', '1');

    expect([exit, json.error.code]).toEqual([1, 'STALE_BASE']);
  });

  test('but by what the registry signed', async () => {
    const { exit, json } = await operate('rollback', '--to', '1', '--reason', 'slow');

    expect([exit, json.result.channel.number]).toEqual([0, await moves()]);
  });
});
