import { describe, expect, test } from '@jest/globals';
import type { PolicyDecider } from '../../../gateway/engine/filter/policies.js';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import type { GatewayChanges } from '../../support/tiny-hub.js';
import { fedHub, fedHubWithTokens, subscribed, subscribedBySocket, type FedHub } from './a-fed-hub.js';

const PARTIES = 'subscription { dispute { it: title parties enterprise { name } } }';
const DENIED = [{ path: ['dispute', 'parties'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }];

/** A hub where the right to see the parties is given and taken away. */
async function hubWithRight(isGranted: boolean, changes: GatewayChanges = {}) {
  const right = { isGranted };
  const decidePolicies: PolicyDecider = (names) => new Map(names.map((name) => [name, right.isGranted]));
  return { right, hub: await fedHub({ decidePolicies, ...changes }) };
}

describe('rights on the events of a subscription', () => {
  test.each([
    ['server-sent events', (hub: FedHub) => subscribed(hub, PARTIES)],
    ['WebSocket', (hub: FedHub) => subscribedBySocket(hub, {}, PARTIES)],
  ])('SUB-05 who may see what is decided anew for each event, by %s', async (_, subscribe) => {
    const { right, hub } = await hubWithRight(true);
    const { answers, first } = await subscribe(hub);

    hub.feed.tell();
    const allowed = await first;
    right.isGranted = false;
    hub.feed.tell();
    const denied = await answers.next();
    right.isGranted = true;
    hub.feed.tell();
    const again = await answers.next();

    const enterprise = { name: 'Nhà máy 1' };
    expect(allowed.value).toMatchObject({
      data: { dispute: { it: 'A strike', parties: 'secret names', enterprise } },
    });
    expect(denied.value).toMatchObject({
      data: { dispute: { it: 'A strike', parties: null, enterprise } },
      errors: DENIED,
    });
    expect(JSON.stringify(denied.value)).not.toContain('secret');
    expect(again.value).toMatchObject({ data: { dispute: { parties: 'secret names' } } });
  });

  test('SUB-05 what the caller could not see when it subscribed is not shown later either', async () => {
    const { right, hub } = await hubWithRight(false);
    const { first } = await subscribed(hub, 'subscription { dispute { title parties } }');
    right.isGranted = true;

    hub.feed.tell();

    expect((await first).value).toMatchObject({
      data: { dispute: { title: 'A strike', parties: null } },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  test('SUB-05 where all or nothing is answered, lost rights end the subscription', async () => {
    const { right, hub } = await hubWithRight(true, {
      engine: { ...ENGINE_DEFAULTS, AUTHZ_MODE: 'reject' },
    });
    const { answers, first } = await subscribed(hub, 'subscription { dispute { parties } }');
    right.isGranted = false;

    hub.feed.tell();

    const refusal = await first;
    expect(refusal.value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }] });
    expect(refusal.value).not.toHaveProperty('data');
    expect(await answers.next()).toMatchObject({ done: true });
    expect(hub.feed.count).toBe(0);
  });

  test('SUB-05 one event goes to two callers, to each what it may see', async () => {
    const { hub, tokenOf } = await fedHubWithTokens();
    const as = async (sub: string, policies: readonly string[]) => {
      const authorization = await tokenOf({ sub, policies });
      return subscribedBySocket(hub, { authorization }, PARTIES);
    };
    const stranger = await as('an', []);
    const insider = await as('binh', ['parties']);

    hub.feed.tell();

    expect((await stranger.first).value).toMatchObject({
      data: { dispute: { it: 'A strike', parties: null } },
      errors: DENIED,
    });
    expect((await insider.first).value).toMatchObject({ data: { dispute: { parties: 'secret names' } } });
  });
});
