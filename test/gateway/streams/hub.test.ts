import { describe, expect, test } from '@jest/globals';
import type { PolicyDecider } from '../../../gateway/engine/filter/policies.js';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import { ENGINE_DEFAULTS } from '../../../gateway/engine/settings.js';
import { LIMIT_DEFAULTS } from '../../../gateway/limits/settings.js';
import { hubOf, type GatewayChanges } from '../../support/tiny-hub.js';
import {
  agencies,
  ANSWER,
  answersIn,
  DISPUTE,
  Feed,
  socketClient,
  streamOf,
  TAKES,
  type Dispute,
} from './a-hub.js';

async function hubWith(changes: GatewayChanges = {}) {
  const feed = new Feed();
  const hub = await hubOf(agencies(feed), changes);
  return { ...hub, feed };
}

describe('a subscription through the hub', () => {
  test.each([
    ['server-sent events', TAKES.events, (data: unknown) => ({ data })],
    ['multipart answers', TAKES.parts, (data: unknown) => ({ payload: { data } })],
  ])('events come by %s, with what two other agencies know of them', async (_, accept, answer) => {
    const { feed, url } = await hubWith();
    const came = feed.someone();
    const response = await streamOf(url, DISPUTE, accept);
    const answers = answersIn(response);
    const first = answers.next();
    await came;

    feed.tell();

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect((await first).value).toMatchObject(answer(ANSWER));
    const second = answers.next();
    feed.tell('A meeting', 'e2');
    const other = { dispute: { title: 'A meeting', enterprise: { name: 'Nhà máy 2', medals: 20 } } };
    expect((await second).value).toMatchObject(answer(other));
    feed.end();
    expect(await answers.next()).toMatchObject({ done: true });
  });

  test('events come by WebSocket, and the subgraph is left when the client is done', async () => {
    const { feed, url } = await hubWith();
    const came = feed.someone();
    const answers = socketClient(url).iterate({ query: DISPUTE });
    const first = answers.next();
    await came;

    feed.tell();

    expect((await first).value).toMatchObject({ data: ANSWER });
    const left = feed.nobody();
    await answers.return?.();
    await left;
  });

  test('queries and mutations are answered by WebSocket too, and by server-sent events', async () => {
    const { url } = await hubWith();
    const client = socketClient(url);

    const query = await client.iterate({ query: '{ disputes { id } }' }).next();
    const mutation = await client.iterate({ query: 'mutation { settle }' }).next();
    const response = await streamOf(url, '{ disputes { id } }', TAKES.events);

    expect(query.value).toMatchObject({ data: { disputes: [] } });
    expect(mutation.value).toMatchObject({ data: { settle: true } });
    expect(await response.text()).toMatch(/^event: next\ndata: \{"data":.*\}\n\nevent: complete\ndata:\n\n$/);
  });

  test('the subgraph is left when the client of a request vanishes', async () => {
    const { feed, url } = await hubWith();
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

  test('an event that fails is one answer with errors, and the next one comes', async () => {
    const { feed, url } = await hubWith();
    const came = feed.someone();
    const answers = answersIn(await streamOf(url, DISPUTE, TAKES.events));
    const first = answers.next();
    await came;

    feed.tell(null);
    const failed = await first;
    feed.tell('A strike', 'broken');
    const partly = await answers.next();
    feed.tell();
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

  test('who may see what is decided anew for each event', async () => {
    let isGranted = true;
    const decidePolicies: PolicyDecider = (names) => new Map(names.map((name) => [name, isGranted]));
    const { feed, url } = await hubWith({ decidePolicies });
    const query = 'subscription { dispute { it: title parties enterprise { name } } }';
    const came = feed.someone();
    const answers = answersIn(await streamOf(url, query, TAKES.events));
    const first = answers.next();
    await came;

    feed.tell();
    const allowed = await first;
    isGranted = false;
    feed.tell();
    const denied = await answers.next();
    isGranted = true;
    feed.tell();
    const again = await answers.next();

    const enterprise = { name: 'Nhà máy 1' };
    expect(allowed.value).toMatchObject({
      data: { dispute: { it: 'A strike', parties: 'secret names', enterprise } },
    });
    expect(denied.value).toMatchObject({
      data: { dispute: { it: 'A strike', parties: null, enterprise } },
      errors: [{ path: ['dispute', 'parties'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    expect(again.value).toMatchObject({ data: { dispute: { parties: 'secret names' } } });
  });

  test('what the caller could not see when it subscribed is not shown later either', async () => {
    let isGranted = false;
    const decidePolicies: PolicyDecider = (names) => new Map(names.map((name) => [name, isGranted]));
    const { feed, url } = await hubWith({ decidePolicies });
    const came = feed.someone();
    const answers = answersIn(
      await streamOf(url, 'subscription { dispute { title parties } }', TAKES.events),
    );
    const first = answers.next();
    await came;
    isGranted = true;

    feed.tell();

    expect((await first).value).toMatchObject({
      data: { dispute: { title: 'A strike', parties: null } },
      errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
  });

  test('where all or nothing is answered, lost rights end the subscription', async () => {
    let isGranted = true;
    const decidePolicies: PolicyDecider = (names) => new Map(names.map((name) => [name, isGranted]));
    const { feed, url } = await hubWith({
      decidePolicies,
      engine: { ...ENGINE_DEFAULTS, AUTHZ_MODE: 'reject' },
    });
    const came = feed.someone();
    const answers = answersIn(await streamOf(url, 'subscription { dispute { parties } }', TAKES.events));
    const first = answers.next();
    await came;
    isGranted = false;

    feed.tell();

    const refusal = await first;
    expect(refusal.value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }] });
    expect(refusal.value).not.toHaveProperty('data');
    expect(await answers.next()).toMatchObject({ done: true });
  });

  test('a stop ends every stream with a reason', async () => {
    const feed = new Feed();
    const hub = await hubOf(agencies(feed));
    const byEvents = answersIn(await streamOf(hub.url, DISPUTE, TAKES.events)).next();
    const bySocket = socketClient(hub.url)
      .iterate({ query: DISPUTE })
      .next()
      .catch((error: unknown) => error);
    while (feed.count < 2) await feed.someone();

    await hub.stop();

    const reason = { code: 'STREAM_ENDED', reason: 'STOPPING' };
    expect((await byEvents).value).toMatchObject({ errors: [{ extensions: reason }] });
    expect(await bySocket).toMatchObject([{ extensions: reason }]);
    expect(feed.count).toBe(0);
  });

  test('no more streams are open than may be', async () => {
    const { feed, url } = await hubWith({ streams: { ...STREAM_DEFAULTS, STREAMS_MAX: 1 } });
    const came = feed.someone();
    const first = answersIn(await streamOf(url, DISPUTE, TAKES.events)).next();
    await came;

    const second = await answersIn(await streamOf(url, DISPUTE, TAKES.parts)).next();

    expect(second.value).toMatchObject({
      payload: null,
      errors: [{ extensions: { code: 'TOO_MANY_STREAMS', requestId: expect.any(String) } }],
    });
    feed.tell();
    await first;
  });

  test('something is sent while there is no event', async () => {
    const { url } = await hubWith({ streams: { ...STREAM_DEFAULTS, STREAM_HEARTBEAT_MS: 50 } });
    const response = await streamOf(url, DISPUTE, TAKES.parts);
    let text = '';

    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      if (text.includes('{}\r\n--graphql')) break;
    }

    expect(text).toContain('\r\n\r\n{}\r\n--graphql');
  });

  test.each([
    ['has two root fields', 'subscription { dispute { id } other { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['does not fit the schema', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['does not parse', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ])('a subscription that %s is refused however it comes', async (_, query, code) => {
    const { feed, url } = await hubWith();

    const bySocket = await socketClient(url)
      .iterate({ query })
      .next()
      .catch((error: unknown) => error);
    const byParts: unknown = await (await streamOf(url, query, TAKES.parts)).json();
    const byEvents = await (await streamOf(url, query, TAKES.events)).text();

    expect(bySocket).toMatchObject([{ extensions: { code } }]);
    expect(byParts).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(byEvents).toContain(`"code":"${code}"`);
    expect(feed.count).toBe(0);
  });

  test('a message that asks nothing is refused like a request that asks nothing', async () => {
    const { url } = await hubWith();

    const error = await socketClient(url)
      .iterate({ query: '' })
      .next()
      .catch((reason: unknown) => reason);

    expect(error).toMatchObject([{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }]);
  });

  test('a subscription that is too dear is refused', async () => {
    const { feed, url } = await hubWith({ limits: { ...LIMIT_DEFAULTS, QUERY_MAX_DEPTH: 2 } });

    const bySocket = await socketClient(url)
      .iterate({ query: DISPUTE })
      .next()
      .catch((error: unknown) => error);
    const byEvents = await streamOf(url, DISPUTE, TAKES.events);

    expect(bySocket).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(await byEvents.text()).toContain('QUERY_TOO_COMPLEX');
    expect(feed.count).toBe(0);
  });

  test('a client that takes one answer is told that there are several', async () => {
    const hub = await hubWith();

    const { data, errors } = await hub.ask(DISPUTE);

    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }]);
  });

  test('a browser may subscribe by GET and server-sent events, but no page of another site', async () => {
    const { feed, url } = await hubWith();
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

  test('where streams are off, nobody subscribes', async () => {
    const { feed, url } = await hubWith({ streams: { ...STREAM_DEFAULTS, STREAMS: false } });

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
