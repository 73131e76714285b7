import { describe, expect, jest, test } from '@jest/globals';
import { aFollower } from '../../support/a-follower.js';
import { anAgency } from '../../support/an-agency.js';
import { aRegistry } from '../../support/a-registry.js';
import { constantLoad } from './constant-load.js';

jest.setTimeout(120_000);

/** After so many answers it is known what is usual. Unit: answers. */
const USUAL = 200;

async function aChannel(changes: Readonly<Record<string, string>> = {}) {
  const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
  await registry.point(agency.supergraph('fresh: Int'));
  const files = registry.files();
  return { registry, agency, files, gateway: await aFollower(files, changes) };
}

describe('launches', () => {
  test('twenty of them under constant load fail no request and repeat no change', async () => {
    const { registry, agency, gateway } = await aChannel();
    const load = constantLoad(gateway.url, ['{ count }', '{ fresh count }', 'mutation { change }']);
    const changesAsked = (): number => Math.ceil(load.asked / 3);

    for (let round = 1; round <= 20; round += 1) {
      const number = await registry.point(
        agency.supergraph('fresh: Int', round % 2 ? 'late: Int' : 'newest: Int'),
      );
      await registry.told(number, 'LAUNCHED');
    }
    await load.stop();

    expect(load.failures).toEqual([]);
    expect(load.asked).toBeGreaterThan(100);
    expect(agency.mood.changes).toBeLessThanOrEqual(changesAsked());
    expect(gateway.logged('a release was launched')).toHaveLength(20);
  });

  test('prepare the plans of what is asked, and tell what is answered otherwise', async () => {
    const { registry, agency, gateway } = await aChannel();
    await gateway.ask('query Known { fresh }');
    await gateway.ask('{ count }');

    const number = await registry.point(agency.supergraph('newest: Int'));
    const { measures } = await registry.told(number, 'LAUNCHED');

    expect(measures).toMatchObject({ warmed: 2, refused: 1, changes: 'Known REFUSED answered→INVALID' });
  });

  test('warm a gateway that nobody asked yet with what the registry says others are asked', async () => {
    const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
    registry.top = [{ signature: 'x', text: '{count}', count: 9, lastSeen: new Date().toISOString() }];
    await registry.point(agency.supergraph());

    const gateway = await aFollower(registry.files());

    expect(gateway.logged('the first plans are ready')).toMatchObject([{ warmed: 1 }]);
  });
});

describe('a release that is worse', () => {
  test('is left within a minute, for a written reason, and not tried again', async () => {
    const { registry, agency, files, gateway } = await aChannel({ LAUNCH_WATCH_S: '60' });
    await constantLoad(gateway.url, ['{ count }', '{ fresh }']).hasAsked(USUAL);

    const number = await registry.point(agency.supergraph('fresh: Int', 'newest: Int'));
    await registry.told(number, 'LAUNCHED');
    const began = performance.now();
    agency.mood.failing = 0.3;
    const { reason } = await registry.told(number, 'RETURNED');

    expect(performance.now() - began).toBeLessThan(60_000);
    expect(reason).toMatchObject({
      code: 'ERRORS_ROSE',
      text: { en: expect.stringContaining('rose from 0 %') },
    });
    expect((await gateway.ask('{ newest }')).errors).toHaveLength(1);
    agency.mood.failing = 0;
    await gateway.stop();
    const again = await aFollower(files, { LAUNCH_WATCH_S: '60' });
    expect((await again.ask('{ newest }')).errors).toHaveLength(1);
    expect((await again.ask('{ fresh }')).data).toEqual({ fresh: 2 });

    const next = await registry.point(agency.supergraph('fresh: Int', 'late: Int'));
    await registry.told(next, 'LAUNCHED');
    expect((await again.ask('{ late }')).data).toEqual({ late: 4 });
  });

  test('is left after a restart in the time of the watch, too', async () => {
    const { registry, agency, files, gateway } = await aChannel({ LAUNCH_WATCH_S: '600' });
    const load = constantLoad(gateway.url, ['{ count }', '{ fresh }']);
    await load.hasAsked(USUAL);
    const number = await registry.point(agency.supergraph('fresh: Int', 'newest: Int'));
    await registry.told(number, 'LAUNCHED');
    await load.stop();
    await gateway.stop();

    const again = await aFollower(files, { LAUNCH_WATCH_S: '600' });
    expect((await again.ask('{ newest }')).data).toEqual({ newest: 3 });
    constantLoad(again.url, ['{ count }', '{ fresh }']);
    agency.mood.slowness = 500;
    const { reason } = await registry.told(number, 'RETURNED');

    expect(reason?.code).toBe('LATENCY_ROSE');
    expect((await again.ask('{ newest }')).errors).toHaveLength(1);
  });

  test('ends the watch of the one before it, and both are left for the last good one', async () => {
    const { registry, agency, gateway } = await aChannel({ LAUNCH_WATCH_S: '600' });
    await constantLoad(gateway.url, ['{ count }', '{ fresh }']).hasAsked(USUAL);
    await registry.told(await registry.point(agency.supergraph('fresh: Int', 'newest: Int')), 'LAUNCHED');
    const number = await registry.point(agency.supergraph('fresh: Int', 'newest: Int', 'late: Int'));
    await registry.told(number, 'LAUNCHED');

    agency.mood.failing = 0.5;
    await registry.told(number, 'RETURNED');

    expect(gateway.logged('the gateway returned')).toMatchObject([{ number: 3, to: 1 }]);
    expect((await gateway.ask('{ count newest }')).errors).toHaveLength(1);
  });
});

test('what one process of a host leaves, all of them leave, and it is told once', async () => {
  const { registry, agency, files, gateway } = await aChannel({ LAUNCH_WATCH_S: '600' });
  const idle = await aFollower(files, { LAUNCH_WATCH_S: '600' });
  await constantLoad(gateway.url, ['{ count }', '{ fresh }']).hasAsked(USUAL);
  const number = await registry.point(agency.supergraph('fresh: Int', 'newest: Int'));
  await Promise.all([gateway, idle].map((each) => each.heard('a release was launched')));

  agency.mood.failing = 0.5;
  await Promise.all([gateway, idle].map((each) => each.heard('the gateway returned')));

  expect((await idle.ask('{ newest }')).errors).toHaveLength(1);
  await registry.told(number, 'RETURNED');
  const told = registry.outcomes.filter((each) => each.number === number);
  expect(told.map(({ outcome }) => outcome)).toEqual(['LAUNCHED', 'RETURNED']);
});

test('a gateway that is told to stop during a launch ends in good order', async () => {
  const { registry, agency, gateway } = await aChannel({ PLANNER_THREADS: '1' });
  const load = constantLoad(gateway.url, ['{ count }'], 1);
  await registry.point(agency.supergraph('newest: Int'));
  await new Promise((resolve) => setTimeout(resolve, 150));
  await load.stop();

  await gateway.stop();

  expect(load.failures).toEqual([]);
  expect(gateway.logged('a release was refused')).toEqual([]);
});
