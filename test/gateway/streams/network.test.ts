import { describe, expect, test } from '@jest/globals';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { createGateway } from '../../../gateway/server.js';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../schema/contract/caller-token.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { gatewayOn, served, SILENT, supergraphOf, untilTheEnd } from '../../support/tiny-hub.js';
import { agencies, ANSWER, answersIn, DISPUTE, Feed, socketClient, streamOf, TAKES } from './a-hub.js';
import { servedByEvents, servedBySocket } from './served-streams.js';

const WAYS = [
  ['graphql-transport-ws', servedBySocket],
  ['server-sent events', servedByEvents],
] as const;

async function hubWith(serve: (typeof WAYS)[number][1]) {
  const feed = new Feed();
  const subgraphs = agencies(feed);
  const urls = new Map<string, string>();
  for (const each of subgraphs) urls.set(each.name, (await served(each)).url);
  const [police] = subgraphs;
  if (!police) throw new Error('There are agencies.');
  const streams = await serve(police);
  const reachSettings = { SUBGRAPH_STREAMS: new Map([['police', streams]]) };
  const { url } = await gatewayOn(
    supergraphOf(subgraphs, (name) => urls.get(name) ?? ''),
    reachOverHttp,
    { reachSettings },
  );
  return { feed, url, streams };
}

describe.each(WAYS)('a subscription to a subgraph over %s', (_, serve) => {
  test('is joined with what other agencies know, and vouched for', async () => {
    const { feed, url, streams } = await hubWith(serve);
    const came = feed.someone();
    const answers = answersIn(await streamOf(url, DISPUTE, TAKES.events));
    const first = answers.next();
    await came;

    feed.tell();

    expect((await first).value).toMatchObject({ data: ANSWER });
    expect(streams.authorizations).toEqual([expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/)]);
    feed.end();
    expect(await answers.next()).toMatchObject({ done: true });
  });

  test('is left when the client leaves', async () => {
    const { feed, url } = await hubWith(serve);
    const came = feed.someone();
    const answers = socketClient(url).iterate({ query: DISPUTE });
    const first = answers.next();
    await came;
    feed.tell();
    await first;

    const left = feed.nobody();
    await answers.return?.();

    await left;
  });

  test('ends with the name of the agency when the subgraph dies', async () => {
    const { feed, url, streams } = await hubWith(serve);
    const came = feed.someone();
    const answers = answersIn(await streamOf(url, DISPUTE, TAKES.parts));
    const first = answers.next();
    await came;
    feed.tell();
    await first;

    streams.die();

    expect((await answers.next()).value).toMatchObject({
      payload: null,
      errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }],
    });
    expect(await answers.next()).toMatchObject({ done: true });
  });
});

test('a new supergraph without the field takes over: what is subscribed goes on for a while, then ends with a reason', async () => {
  const feed = new Feed();
  const subgraphs = agencies(feed);
  const supergraphSdl = supergraphOf(subgraphs, (name) => `http://${name}.invalid`);
  const gateway = await createGateway({
    supergraphSdl,
    reach: reachInProcess(subgraphs, { settings: REACH_DEFAULTS, log: SILENT }),
    publicKeys: callerTokens(CALLER_TOKEN_DEFAULTS).jwks,
    log: SILENT,
    host: '127.0.0.1',
    port: 0,
    streams: { ...STREAM_DEFAULTS, STREAM_HANDOVER_MS: 2_000 },
  });
  const { url } = await gateway.start();
  untilTheEnd(gateway);
  const client = socketClient(url);
  const came = feed.someone();
  const answers = client.iterate({ query: DISPUTE });
  const first = answers.next();
  await came;

  await gateway.takeOver(withoutDispute(subgraphs));
  feed.tell();
  const before = await first;
  const end = await answers.next().catch((error: unknown) => error);
  await gateway.takeOver(supergraphSdl);
  const again = feed.someone();
  const anew = client.iterate({ query: DISPUTE }).next();
  await again;
  feed.tell();

  expect(before.value).toMatchObject({ data: ANSWER });
  expect(end).toMatchObject([
    { extensions: { code: 'STREAM_ENDED', reason: 'NEW_SCHEMA', retryAfter: expect.any(Number) } },
  ]);
  expect((await anew).value).toMatchObject({ data: ANSWER });
});

function withoutDispute(subgraphs: ReturnType<typeof agencies>): string {
  const fewer = subgraphs.map((each) => ({ ...each, sdl: each.sdl.replace('{ dispute: Dispute ', '{ ') }));
  return supergraphOf(fewer, (name) => `http://${name}.invalid`);
}
