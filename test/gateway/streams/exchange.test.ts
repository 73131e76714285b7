import { expect, jest, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { Conversation } from '../../support/conversation.js';
import { startProcess, urlOf, type Started } from '../../support/process.js';
import { served, supergraphOf, untilTheEnd } from '../../support/tiny-hub.js';
import { subscribed, subscribedBySocket } from './a-fed-hub.js';
import { agencies, ANSWER, DISPUTE, Feed } from './a-hub.js';
import { servedBySocket } from './served-streams.js';

jest.setTimeout(120_000);

/** A gateway of two processes whose police tells of events. */
async function twoProcesses(): Promise<{ readonly gateway: Started; readonly feed: Feed }> {
  const feed = new Feed();
  const subgraphs = agencies(feed);
  const urls = new Map<string, string>();
  for (const each of subgraphs) urls.set(each.name, (await served(each)).url);
  const [police] = subgraphs;
  if (!police) throw new Error('There are agencies.');
  const { url } = await servedBySocket(police);
  const folder = mkdtempSync(join(tmpdir(), 'streams-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(
    file,
    supergraphOf(subgraphs, (name) => urls.get(name) ?? ''),
  );
  const args = ['--supergraph', file, '--port', '0', '--workers', '2'];
  const gateway = startProcess('gateway/main.js', args, { SUBGRAPH_STREAMS: `police=${url}` });
  untilTheEnd({
    async stop() {
      await gateway.end('SIGTERM');
      rmSync(folder, { recursive: true });
    },
  });
  await gateway.event(({ msg }) => msg === 'all processes of the gateway answer');
  return { gateway, feed };
}

/** A client by WebSocket that hears how its connection ends. */
async function aClient(url: string): Promise<Conversation> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const client = new Conversation(socket);
  await once(socket, 'open');
  client.say({ type: 'connection_init' });
  await client.next();
  return client;
}

test('processes that are exchanged at SIGHUP end their streams with a reason, and clients come again', async () => {
  const { gateway, feed } = await twoProcesses();
  const url = await urlOf(gateway);
  const came = feed.someone();
  const client = await aClient(url);
  client.say({ id: 'a', type: 'subscribe', payload: { query: DISPUTE } });
  await came;
  const byEvents = await subscribed({ feed, url });

  process.kill(gateway.pid, 'SIGHUP');
  const end = { extensions: { code: 'STREAM_ENDED', reason: 'STOPPING' } };
  const [told, code, last] = await Promise.all([client.next(), client.closed, byEvents.first]);
  await gateway.event(({ msg }) => msg === 'all processes of the gateway were exchanged');
  const again = await subscribedBySocket({ feed, url });
  feed.tell();

  expect(told).toMatchObject({ id: 'a', type: 'error', payload: [end] });
  expect(code).toBe(1001);
  expect(last.value).toMatchObject({ errors: [end] });
  expect(await byEvents.answers.next()).toMatchObject({ done: true });
  expect((await again.first).value).toMatchObject({ data: ANSWER });
});
