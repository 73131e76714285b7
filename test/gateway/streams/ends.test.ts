import { describe, expect, test } from '@jest/globals';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import { fedHub, subscribed, subscribedBySocket } from './a-fed-hub.js';
import { answersIn, DISPUTE, streamOf, TAKES } from './a-hub.js';

describe('the end of a subscription', () => {
  test('the subgraph is left when the client of a request vanishes', async () => {
    const { feed, url } = await fedHub();
    const control = new AbortController();
    const came = feed.someone();
    const response = await streamOf(url, DISPUTE, TAKES.events, { signal: control.signal });
    const first = answersIn(response)
      .next()
      .catch(() => undefined);
    await came;

    const left = feed.nobody();
    control.abort();

    await left;
    await first;
  });

  test('a stop ends every stream with a reason', async () => {
    const hub = await fedHub();
    const byEvents = await subscribed(hub);
    const bySocket = await subscribedBySocket(hub);
    const socketEnd = bySocket.first.catch((error: unknown) => error);

    await hub.stop();

    const reason = { code: 'STREAM_ENDED', reason: 'STOPPING' };
    expect((await byEvents.first).value).toMatchObject({ errors: [{ extensions: reason }] });
    expect(await socketEnd).toMatchObject([{ extensions: reason }]);
    expect(hub.feed.count).toBe(0);
  });

  test('no more streams are open than may be', async () => {
    const hub = await fedHub({ streams: { ...STREAM_DEFAULTS, STREAMS_MAX: 1 } });
    const { first } = await subscribed(hub);

    const second = await answersIn(await streamOf(hub.url, DISPUTE, TAKES.parts)).next();

    expect(second.value).toMatchObject({
      payload: null,
      errors: [{ extensions: { code: 'TOO_MANY_STREAMS', requestId: expect.any(String) } }],
    });
    hub.feed.tell();
    await first;
  });
});
