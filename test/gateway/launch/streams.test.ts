import { describe, expect, jest, test } from '@jest/globals';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { STREAM_DEFAULTS } from '../../../gateway/streams/settings.js';
import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { gatewayOn, supergraphOf } from '../../support/tiny-hub.js';
import { until } from '../../support/until.js';
import { Channel } from '../../../gateway/reach/streams/channel.js';
import { agencies, socketClient, type Dispute, type SeenAnswer } from '../streams/a-hub.js';
import { extendSchema, isObjectType, parse } from 'graphql';

jest.setTimeout(60_000);

const MANY = 5_000;
const STREAMS = {
  ...STREAM_DEFAULTS,
  STREAMS_MAX: MANY,
  STREAMS_PER_CALLER: MANY,
  STREAMS_PER_SOCKET: MANY,
  STREAM_HANDOVER_MS: 200,
};
const TITLE = 'subscription { dispute { title enterprise { name } } }';

type Change = (subgraph: LocalSubgraph) => string;

const SAME: Change = ({ sdl }) => sdl;
const MORE: Change = ({ sdl }) => sdl.replace('name: String }', 'name: String founded: Int }');
/** The police answer another agency's field themselves, so that another operation is subscribed to. */
const MOVED: Change = ({ name, sdl }) => {
  const link = sdl.replace('"@policy"', '"@policy", "@shareable"');
  if (name === 'union') return link.replace('name: String }', 'name: String @shareable }');
  if (name !== 'police') return sdl;
  return link.replace(
    '@key(fields: "id", resolvable: false) { id: ID! }',
    '@key(fields: "id") { id: ID! name: String @shareable }',
  );
};
const GONE: Change = ({ sdl }) => sdl.replace('{ dispute: Dispute ', '{ ');

/** Events for any number of sources, each of which can be left by itself. */
class Ticker {
  private readonly takers = new Set<(dispute: Dispute) => void>();

  get count(): number {
    return this.takers.size;
  }

  tell(title: string): void {
    const dispute = { id: 'd1', title, parties: '', enterprise: { id: 'e1', name: 'Nhà máy 1' } };
    for (const take of [...this.takers]) take(dispute);
  }

  source(): AsyncIterableIterator<Dispute, undefined> {
    const { takers } = this;
    const leave = (): void => void takers.delete(take);
    const channel = new Channel<Dispute>({
      maxItems: 1_000,
      maxSize: 1_000,
      onFull: () => undefined,
      onRoom: () => undefined,
      onLeave: leave,
    });
    const take = (dispute: Dispute): void => channel.push(dispute, 1);
    takers.add(take);
    return channel;
  }
}

/** A hub whose police tell of events; its supergraph can be changed. */
async function aHub() {
  const feed = new Ticker();
  const served = agencies(feed).map(withNames);
  const supergraph = (change: Change): string =>
    supergraphOf(
      served.map((each) => ({ ...each, sdl: change(each) })),
      (name) => `http://${name}.invalid`,
    );
  const reach = { ...REACH_DEFAULTS, SUBGRAPH_MAX_STREAMS: MANY };
  const hub = await gatewayOn(
    supergraph(SAME),
    (options) => reachInProcess(served, { ...options, settings: reach }),
    { streams: STREAMS },
  );
  return { feed, hub, supergraph };
}

/** The agencies can answer what a later supergraph tells of. */
function withNames(subgraph: LocalSubgraph): LocalSubgraph {
  const enterprise = subgraph.schema.getType('Enterprise');
  if (subgraph.name !== 'police' || !isObjectType(enterprise)) return subgraph;
  return {
    ...subgraph,
    schema: extendSchema(subgraph.schema, parse('extend type Enterprise { name: String }')),
  };
}

/** The titles that one subscription is told, and how it ended. */
function follow(client: ReturnType<typeof socketClient>, query = TITLE) {
  const titles: string[] = [];
  const ended = new Promise<unknown>((resolve) => {
    client.subscribe<SeenAnswer['data']>(
      { query },
      {
        next: ({ data }) => titles.push((data as { dispute: { title: string } }).dispute.title),
        error: resolve,
        complete: () => resolve('complete'),
      },
    );
  });
  return { titles, ended };
}

describe('subscriptions across a launch', () => {
  test('a thousand go on with the new supergraph on the same sources, and miss nothing', async () => {
    const { feed, hub, supergraph } = await aHub();
    const client = socketClient(hub.url);
    const streams = Array.from({ length: 1_000 }, () => follow(client, 'subscription { dispute { title } }'));
    await until(() => feed.count === 1_000);
    let told = 0;
    const telling = setInterval(() => feed.tell(`T${told++}`), 300);

    await hub.takeOver(supergraph(MORE));
    clearInterval(telling);
    feed.tell('last');
    await until(() => streams.every(({ titles }) => titles.at(-1) === 'last'));

    const all = [...Array.from({ length: told }, (_, index) => `T${index}`), 'last'];
    expect(streams.filter(({ titles }) => titles.join() !== all.join())).toEqual([]);
    expect(feed.count).toBe(1_000);
  });

  test('one whose source is another one now is exchanged for it, and misses nothing', async () => {
    const { feed, hub, supergraph } = await aHub();
    const stream = follow(socketClient(hub.url));
    await until(() => feed.count === 1);
    let told = 0;
    const telling = setInterval(() => feed.tell(`T${told++}`), 5);

    await hub.takeOver(supergraph(MOVED));
    clearInterval(telling);
    feed.tell('last');
    await until(() => stream.titles.at(-1) === 'last');

    const all = [...Array.from({ length: told }, (_, index) => `T${index}`), 'last'];
    expect(new Set(stream.titles)).toEqual(new Set(all));
    expect(stream.titles).toHaveLength(all.length);
    expect(feed.count).toBe(1);
  });

  test('one that the new supergraph does not answer ends with a code and a time to come again', async () => {
    const { feed, hub, supergraph } = await aHub();
    const stream = follow(socketClient(hub.url));
    await until(() => feed.count === 1);

    await hub.takeOver(supergraph(GONE));

    expect(await stream.ended).toMatchObject([
      { extensions: { code: 'STREAM_ENDED', reason: 'NEW_SCHEMA', retryAfter: expect.any(Number) } },
    ]);
  });
});
