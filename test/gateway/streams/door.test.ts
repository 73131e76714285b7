import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { hubOf } from '../../support/tiny-hub.js';
import { Conversation } from '../../support/conversation.js';
import { aDoor, post } from '../door/a-door.js';
import { aFile, apolloManifest, sha256 } from '../trusted/a-manifest.js';
import { agencies, ANSWER, answersIn, DISPUTE, Feed, socketClient, streamOf, TAKES } from './a-hub.js';

async function aSocket(url: string): Promise<Conversation> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const client = new Conversation(socket);
  await once(socket, 'open');
  return client;
}

async function hubWith(environment: Readonly<Record<string, string>>) {
  const feed = new Feed();
  const hub = await hubOf(agencies(feed), { door: aDoor(environment) });
  return { feed, url: hub.url };
}

describe('the door of the hub holds for streams', () => {
  test('where only trusted documents are answered, only those are subscribed to', async () => {
    const path = aFile(apolloManifest([{ id: 'dispute', body: DISPUTE }]));
    const { feed, url } = await hubWith({ TRUSTED_DOCUMENTS: path, TRUSTED_DOCUMENTS_MODE: 'strict' });
    const client = socketClient(url);

    const bySocket = await client
      .iterate({ query: 'subscription { dispute { id } }' })
      .next()
      .catch((error: unknown) => error);
    const byEvents = await streamOf(url, 'subscription { dispute { id } }', TAKES.events);
    const came = feed.someone();
    const known = client.iterate({
      query: '',
      extensions: { persistedQuery: { version: 1, sha256Hash: sha256(DISPUTE) } },
    });
    const first = known.next();
    await came;
    feed.tell();

    expect(bySocket).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }]);
    expect(byEvents.status).toBe(403);
    expect((await first).value).toMatchObject({ data: ANSWER });
  });

  test('subscriptions count as requests', async () => {
    const { feed, url } = await hubWith({ RATE_LIMIT_PER_MINUTE: '1' });
    const client = socketClient(url);
    const came = feed.someone();
    const first = client.iterate({ query: DISPUTE }).next();
    await came;
    feed.tell();
    await first;

    const bySocket = await client
      .iterate({ query: DISPUTE })
      .next()
      .catch((error: unknown) => error);
    const byEvents = await streamOf(url, DISPUTE, TAKES.events);

    expect(bySocket).toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
    expect(byEvents.status).toBe(429);
  });

  test('SUB-02 bad tokens by WebSocket count as bad tokens of requests do', async () => {
    const { url } = await hubWith({ RATE_LIMIT_PER_MINUTE: '2' });

    const codes = [];
    for (let n = 0; n < 3; n += 1) {
      const client = await aSocket(url);
      client.say({ type: 'connection_init', payload: { authorization: 'Bearer bad' } });
      codes.push(await client.closed);
    }
    const { status } = await post(url, { query: '{ __typename }' });

    expect(codes).toEqual([4401, 4401, 1013]);
    expect(status).toBe(429);
  });

  test('pages of the sites that may ask may open WebSockets and read streams, no others', async () => {
    const { feed, url } = await hubWith({ CORS_ORIGINS: 'https://app.example' });
    const open = (origin: string): Promise<string> => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
        origin,
      });
      return new Promise((resolve) => {
        socket.on('error', () => resolve('refused'));
        socket.on('open', () => {
          socket.terminate();
          resolve('open');
        });
      });
    };
    const came = feed.someone();
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(DISPUTE)}`, {
      headers: { accept: TAKES.events, origin: 'https://app.example' },
    });
    const first = answersIn(response).next();
    await came;
    feed.tell();

    expect(await open('https://app.example')).toBe('open');
    expect(await open('https://other.example')).toBe('refused');
    expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect((await first).value).toMatchObject({ data: ANSWER });
  });
});
