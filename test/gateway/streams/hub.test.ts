import { describe, expect, test } from '@jest/globals';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import { hubOf } from '../../support/tiny-hub.js';
import { fedHub, subscribed, subscribedBySocket } from './a-fed-hub.js';
import {
  agencies,
  ANSWER,
  answersIn,
  DISPUTE,
  socketClient,
  streamOf,
  TAKES,
  type Dispute,
} from './a-hub.js';

describe('a subscription through the hub', () => {
  test.each([
    ['server-sent events', TAKES.events, (data: unknown) => ({ data })],
    ['multipart answers', TAKES.parts, (data: unknown) => ({ payload: { data } })],
  ])('events come by %s, with what two other agencies know of them', async (_, accept, answer) => {
    const hub = await fedHub();
    const { response, answers, first } = await subscribed(hub, DISPUTE, accept);

    hub.feed.tell();

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect((await first).value).toMatchObject(answer(ANSWER));
    const second = answers.next();
    hub.feed.tell('A meeting', 'e2');
    const other = { dispute: { title: 'A meeting', enterprise: { name: 'Nhà máy 2', medals: 20 } } };
    expect((await second).value).toMatchObject(answer(other));
    hub.feed.end();
    expect(await answers.next()).toMatchObject({ done: true });
  });

  test('events come by WebSocket, and the subgraph is left when the client is done', async () => {
    const hub = await fedHub();
    const { answers, first } = await subscribedBySocket(hub);

    hub.feed.tell();

    expect((await first).value).toMatchObject({ data: ANSWER });
    const left = hub.feed.nobody();
    await answers.return?.();
    await left;
  });

  test('queries and mutations are answered by WebSocket too, and by server-sent events', async () => {
    const { url } = await fedHub();
    const client = socketClient(url);

    const query = await client.iterate({ query: '{ disputes { id } }' }).next();
    const mutation = await client.iterate({ query: 'mutation { settle }' }).next();
    const response = await streamOf(url, '{ disputes { id } }', TAKES.events);

    expect(query.value).toMatchObject({ data: { disputes: [] } });
    expect(mutation.value).toMatchObject({ data: { settle: true } });
    expect(await response.text()).toMatch(/^event: next\ndata: \{"data":.*\}\n\nevent: complete\ndata:\n\n$/);
  });

  test('a browser may subscribe by GET and server-sent events, but no page of another site', async () => {
    const { feed, url } = await fedHub();
    const address = `${url}/graphql?query=${encodeURIComponent(DISPUTE)}`;
    const headers = { accept: TAKES.events };
    const came = feed.someone();

    const own = answersIn(await fetch(address, { headers })).next();
    await came;
    feed.tell();
    const foreign = await fetch(address, { headers: { ...headers, origin: 'https://evil.example' } });

    expect((await own).value).toMatchObject({ data: ANSWER });
    expect(await foreign.text()).not.toContain('"data"');
    expect(feed.count).toBe(1);
  });

  test('an event that fails is one answer with errors, and the next one comes', async () => {
    const hub = await fedHub();
    const { answers, first } = await subscribed(hub);

    hub.feed.tell(null);
    const failed = await first;
    hub.feed.tell('A strike', 'broken');
    const partly = await answers.next();
    hub.feed.tell();
    const whole = await answers.next();

    expect(failed.value).toMatchObject({
      data: { dispute: null },
      errors: [{ extensions: { agency: 'police' } }],
    });
    expect(partly.value).toMatchObject({
      data: { dispute: { title: 'A strike', enterprise: { name: null } } },
      errors: [{ path: ['dispute', 'enterprise', 'name'], extensions: { agency: 'union' } }],
    });
    expect(whole.value).toMatchObject({ data: ANSWER });
    expect(whole.value).not.toHaveProperty('errors');
  });

  test('something is sent while there is no event', async () => {
    const { url } = await fedHub({ streams: { ...STREAM_DEFAULTS, STREAM_HEARTBEAT_MS: 50 } });
    const response = await streamOf(url, DISPUTE, TAKES.parts);
    let text = '';

    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('{}\r\n--graphql')) break;
    }

    expect(text).toContain('\r\n\r\n{}\r\n--graphql');
  });

  test('a client that does not read holds back the subgraph, and loses its stream in the end', async () => {
    let made = 0;
    const left = Promise.withResolvers<void>();
    async function* endless(): AsyncGenerator<Dispute> {
      try {
        for (; ; made += 1)
          yield { id: 'd', title: 'x'.repeat(50_000), enterprise: { id: 'e1' }, parties: '' };
      } finally {
        left.resolve();
      }
    }
    const streams = { ...STREAM_DEFAULTS, STREAM_STALL_MS: 100 };
    const { url } = await hubOf(agencies({ source: endless }), { streams });

    const response = await streamOf(url, DISPUTE, TAKES.events);
    await left.promise;

    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(1_000);
    await response.body?.cancel();
  });
});
