import { describe, expect, test } from '@jest/globals';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import { fedHub, refusedBySocket } from './a-fed-hub.js';
import { DISPUTE, socketClient, streamOf, TAKES } from './a-hub.js';

describe('what is refused instead of subscribed to', () => {
  test.each([
    ['has two root fields', 'subscription { dispute { id } other { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['does not fit the schema', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ])('a subscription that %s is refused however it comes', async (_, query, code) => {
    const { feed, url } = await fedHub();

    const bySocket = await refusedBySocket(url, query);
    const byParts: unknown = await (await streamOf(url, query, TAKES.parts)).json();
    const byEvents = await (await streamOf(url, query, TAKES.events)).text();

    expect(bySocket).toMatchObject([{ extensions: { code } }]);
    expect(byParts).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(byEvents).toContain(`"code":"${code}"`);
    expect(feed.count).toBe(0);
  });

  test('a message that asks nothing is refused like a request that asks nothing', async () => {
    const { url } = await fedHub();

    const error = await refusedBySocket(url, '');

    expect(error).toMatchObject([{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }]);
  });

  test('a subscription that is too dear is refused', async () => {
    const { feed, url } = await fedHub({ limits: { ...LIMIT_DEFAULTS, QUERY_MAX_DEPTH: 2 } });

    const bySocket = await refusedBySocket(url, DISPUTE);
    const byEvents = await streamOf(url, DISPUTE, TAKES.events);

    expect(bySocket).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(await byEvents.text()).toContain('QUERY_TOO_COMPLEX');
    expect(feed.count).toBe(0);
  });

  test('a client that takes one answer is told that there are several', async () => {
    const hub = await fedHub();

    const { data, errors } = await hub.ask(DISPUTE);

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
  });

  test('where streams are off, nobody subscribes', async () => {
    const { feed, url } = await fedHub({ streams: { ...STREAM_DEFAULTS, STREAMS: false } });

    const byEvents = await streamOf(url, DISPUTE, TAKES.events);
    const bySocket = await socketClient(url)
      .iterate({ query: DISPUTE })
      .next()
      .catch(() => 'refused');

    expect(byEvents.status).toBe(406);
    expect(bySocket).toBe('refused');
    expect(feed.count).toBe(0);
  });
});
