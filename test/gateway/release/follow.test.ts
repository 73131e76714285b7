import { describe, expect, jest, test } from '@jest/globals';
import { aFollower } from '../../support/a-follower.js';
import { anAgency } from '../../support/an-agency.js';
import { aRegistry } from '../../support/a-registry.js';

jest.setTimeout(60_000);

async function aChannel() {
  const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
  await registry.point(agency.supergraph());
  return { registry, agency, files: registry.files() };
}

describe('a gateway that follows a channel', () => {
  test('starts on the newest release, takes over each newer one, and tells the registry', async () => {
    const { registry, agency, files } = await aChannel();
    const gateway = await aFollower(files);
    expect((await gateway.ask('{ count }')).data).toEqual({ count: 1 });

    const number = await registry.point(agency.supergraph('newest: Int'));
    const outcome = await registry.told(number, 'LAUNCHED');

    expect((await gateway.ask('{ newest }')).data).toEqual({ newest: 3 });
    expect(outcome).toMatchObject({ by: 'GATEWAY', channel: 'production', number: 2 });
    expect(registry.refused).toEqual([]);
  });

  test('serves on while the registry is away, and goes on when it is back', async () => {
    const { registry, agency, files } = await aChannel();
    const gateway = await aFollower(files);

    await registry.stop();
    await gateway.heard('the registry is away');
    expect((await gateway.ask('{ count }')).data).toEqual({ count: 1 });
    await registry.point(agency.supergraph('newest: Int'));
    await registry.start();

    await gateway.heard('a release was launched');
    expect((await gateway.ask('{ newest }')).data).toEqual({ newest: 3 });
  });

  test('starts from its disk while the registry is away', async () => {
    const { registry, files } = await aChannel();
    await (await aFollower(files)).stop();
    await registry.stop();

    const gateway = await aFollower(files);

    expect((await gateway.ask('{ count }')).data).toEqual({ count: 1 });
  });

  test('refuses to start with nothing to serve, in clear words', async () => {
    const { registry, files } = await aChannel();
    await registry.stop();

    await expect(aFollower(files)).rejects.toMatchObject({
      code: 'RELEASE_REFUSED',
      details: { reason: 'NOTHING', channel: 'production' },
    });
  });

  test('stops at once while it waits for a newer release', async () => {
    const { files } = await aChannel();
    const gateway = await aFollower(files, { REGISTRY_WAIT_S: '25' });
    const began = performance.now();

    await gateway.stop();

    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
