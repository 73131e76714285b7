import { describe, expect, jest, test } from '@jest/globals';
import { aFollower } from '../../support/a-follower.js';
import { anAgency } from '../../support/an-agency.js';
import { aRegistry, type ARegistry } from '../../support/a-registry.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { aKeyServer, aPair, signed } from '../engine/authenticate/issuer.js';

jest.setTimeout(60_000);

async function aGateway(changes: Readonly<Record<string, string>> = {}) {
  const [registry, agency] = await Promise.all([aRegistry(), anAgency()]);
  await registry.point(agency.supergraph('other(by: Int): Int'));
  return { registry, gateway: await aFollower(registry.files(), { USAGE_EVERY_S: '1', ...changes }) };
}

async function reported(registry: ARegistry) {
  while (!registry.batches.some(({ operations }) => operations.length > 0)) await registry.heard();
  return registry.batches.flatMap(({ operations }) => operations);
}

describe('the use of the graph', () => {
  test('is reported by operation and client, without values', async () => {
    const { registry, gateway } = await aGateway();
    const headers = { 'apollographql-client-name': 'trang-tin', 'apollographql-client-version': '3' };
    for (const by of [7, 8, 9]) await gateway.ask(`query Q { other(by: ${by}) }`, { headers });
    await gateway.ask('{ __schema { queryType { name } } }');
    await gateway.ask('{ nothing }');

    const [operation, ...others] = await reported(registry);

    expect(others).toEqual([]);
    expect(operation).toMatchObject({
      signature: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: 'query Q{other(by:0)}',
      coordinates: ['Query.other', 'Query.other(by:)'],
    });
    expect(operation?.uses).toEqual([
      {
        client: 'trang-tin',
        version: '3',
        isVerified: false,
        day: expect.any(String),
        lastSeen: expect.any(String),
        count: 3,
      },
    ]);
  });

  test('names the client that the verified token names, whatever the client says', async () => {
    const pair = await aPair('one');
    const keys = await aKeyServer();
    untilTheEnd({ stop: () => keys.close() });
    keys.publish(pair);
    const { registry, gateway } = await aGateway({
      JWKS_URL: keys.url,
      JWT_ISSUER: 'https://issuer.test',
      JWT_AUDIENCE: 'hub',
    });
    const iss = 'https://issuer.test';
    const exp = Math.floor(Date.now() / 1_000) + 600;
    const claims = { iss, aud: 'hub', exp, sub: 'a person', azp: 'cong-doan-app', client_version: '2.1' };
    const authorization = `Bearer ${await signed(pair, claims)}`;
    const answer = await gateway.ask('{ count }', {
      headers: { authorization, 'apollographql-client-name': 'another' },
    });
    expect(answer.data).toEqual({ count: 1 });

    const [operation] = await reported(registry);

    expect(operation?.uses).toMatchObject([{ client: 'cong-doan-app', version: '2.1', isVerified: true }]);
    expect(JSON.stringify(registry.batches)).not.toContain('a person');
  });

  test('is kept while the registry is away, and sent as the gateway stops', async () => {
    const { registry, gateway } = await aGateway({ USAGE_EVERY_S: '3600' });
    await gateway.ask('{ count }');
    await registry.stop();
    await registry.start();

    await gateway.stop();

    expect(await reported(registry)).toMatchObject([{ text: '{count}' }]);
  });
});
