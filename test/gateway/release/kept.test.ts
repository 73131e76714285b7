import { beforeEach, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KeptReleases } from '../../../gateway/release/kept.js';
import type { HeldRelease } from '../../../gateway/release/held.js';
import { followChannel } from '../../../gateway/release/follow.js';
import type { ChannelRelease } from '../../../schema/contract/release/wire.js';
import { aRegistry, type ARegistry } from '../../support/a-registry.js';
import { aTellingLog } from '../../support/telling-log.js';
import { RegistryLink } from '../../../gateway/release/link.js';
import { signingKey } from '../../../schema/contract/release/keys.js';

let registry: ARegistry;
let folder: string;
beforeEach(async () => {
  registry = await aRegistry();
  ({ folder } = registry.files());
});

function kept(name = registry.known().name) {
  const log = aTellingLog();
  const known = { ...registry.known(), name };
  return { log, kept: new KeptReleases({ folder, channel: 'production', registry: known, log: log.log }) };
}

/** A release as a gateway gets it from the registry. */
async function aRelease(supergraphSdl: string): Promise<HeldRelease> {
  await registry.point(supergraphSdl);
  const { url, gatewayKey } = registry;
  const known = registry.known();
  const own = signingKey(gatewayKey.privateJwk);
  const link = new RegistryLink({
    url,
    registry: known.name,
    channel: 'production',
    key: own,
    timeoutMs: 5_000,
    waitS: 0,
  });
  const stop = new AbortController();
  const { log } = aTellingLog();
  return new Promise((resolve) => {
    void followChannel({
      link,
      channel: 'production',
      registry: known,
      log,
      after: 0,
      take: async (release) => {
        stop.abort();
        resolve(release);
        return true;
      },
      refused: () => undefined,
      signal: stop.signal,
    }).then(() => link.close());
  });
}

function textFile(): string {
  return join(folder, 'texts', String(readdirSync(join(folder, 'texts'))[0]));
}

describe('what a gateway keeps on disk', () => {
  test('is there after a restart, with what it is compared with', async () => {
    const good = await aRelease('type Query { one: Int }');
    const trial = await aRelease('type Query { two: Int }');
    await kept().kept.keepGood(good);
    await kept().kept.keepTrial({ release: trial, since: '2026-01-01T00:00:00Z', baseline: [1] });

    expect(await kept().kept.good()).toEqual(good);
    expect(await kept().kept.trial()).toEqual({
      release: trial,
      since: '2026-01-01T00:00:00Z',
      baseline: [1],
    });
  });

  test.each([
    ['a text that was cut', 'TEXT', () => truncateSync(textFile(), 10)],
    ['a text that was altered', 'TEXT', () => writeFileSync(textFile(), 'type Query { three: Int }')],
    ['a file that was cut', 'DAMAGED', () => truncateSync(join(folder, 'production.good.json'), 20)],
    [
      'another signature',
      'SIGNATURE',
      () => alter('production.good.json', (form) => ({ ...form, pointed: form.composed })),
    ],
  ])('%s is refused in clear words', async (_, reason, damage) => {
    await kept().kept.keepGood(await aRelease('type Query { one: Int }'));

    damage();
    const after = kept();

    expect(await after.kept.good()).toBeUndefined();
    expect(after.log.lines.join()).toContain('a release that was kept on disk is not used');
    expect(after.log.lines.join()).toMatch(reason === 'SIGNATURE' ? /NOT_A_RELEASE|SIGNATURE/ : reason);
  });

  test('a release that was left stays known, and the good one takes its place', async () => {
    const good = await aRelease('type Query { one: Int }');
    const left = await aRelease('type Query { two: Int }');
    const reason = { code: 'ERRORS_ROSE', text: { vi: 'Lỗi tăng.', en: 'Errors rose.' } };
    await kept().kept.keepTrial({ release: left, since: '2026-01-01T00:00:00Z' });

    const returned = { number: left.number, composed: left.composedId, at: '2026-01-01T00:00:10Z', reason };
    await kept().kept.keepReturned(returned, good);

    expect(await kept().kept.returned()).toMatchObject(returned);
    expect(await kept().kept.good()).toEqual(good);
    expect(await kept().kept.trial()).toBeUndefined();
  });

  test('an outcome is told once for all processes of a host', async () => {
    const both = await Promise.all([kept(), kept()].map((each) => each.kept.isFirstToTell(7, 'LAUNCHED')));

    expect(both.filter(Boolean)).toHaveLength(1);
  });

  test('of one registry says nothing of the releases of another one', async () => {
    const good = await aRelease('type Query { one: Int }');
    const reason = { code: 'ERRORS_ROSE', text: { vi: 'Lỗi tăng.', en: 'Errors rose.' } };
    const returned = { number: 7, composed: 'sha256:7', at: '2026-01-01T00:00:10Z', reason };
    await kept().kept.keepReturned(returned, good);
    await kept().kept.isFirstToTell(7, 'RETURNED');

    const other = kept('another/registry').kept;

    expect(await other.returned()).toBeUndefined();
    expect(await other.isFirstToTell(7, 'RETURNED')).toBe(true);
  });
});

function alter(name: string, change: (form: ChannelRelease) => object): void {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as ChannelRelease)));
}
