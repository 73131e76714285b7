import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { LocalSubgraph } from '../../../schema/contract/subgraph.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { local } from '../../support/tiny-subgraphs.js';
import type { Dispute, Feed } from './a-feed.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@external", "@requires", "@policy"])`;

export { Feed, type Dispute } from './a-feed.js';

/** Three agencies: the police tell of disputes, the unions know enterprises, and the awards count their medals. */
export function agencies(feed: Pick<Feed, 'source'>): readonly LocalSubgraph[] {
  const names = new Map([
    ['e1', 'Nhà máy 1'],
    ['e2', 'Nhà máy 2'],
  ]);
  return [
    local(
      'police',
      `${LINK}
      type Query { disputes: [Dispute!]! }
      type Mutation { settle: Boolean }
      type Subscription { dispute: Dispute other: Dispute }
      type Dispute @key(fields: "id") {
        id: ID! title: String! parties: String @policy(policies: [["parties"]]) enterprise: Enterprise
      }
      type Enterprise @key(fields: "id", resolvable: false) { id: ID! }`,
      {
        Query: { disputes: () => [] },
        Mutation: { settle: () => true },
        Subscription: { dispute: { subscribe: () => feed.source(), resolve: (event: Dispute) => event } },
      },
    ),
    local('union', `${LINK} type Enterprise @key(fields: "id") { id: ID! name: String }`, {
      Enterprise: {
        __resolveReference: ({ id }: { readonly id: string }) => {
          if (id === 'broken') throw new Error('no');
          return names.has(id) ? { id, name: names.get(id) } : null;
        },
      },
    }),
    local(
      'awards',
      `${LINK} type Enterprise @key(fields: "id") { id: ID! name: String @external medals: Int @requires(fields: "name") }`,
      {
        Enterprise: {
          __resolveReference: (given: object) => given,
          medals: ({ name }: { readonly name?: string }) => Number(name?.at(-1)) * 10,
        },
      },
    ),
  ];
}

/** What a client asks. */
export const DISPUTE = 'subscription { dispute { title enterprise { name medals } } }';

/** The answer to {@link DISPUTE} for the usual event. */
export const ANSWER = { dispute: { title: 'A strike', enterprise: { name: 'Nhà máy 1', medals: 10 } } };

/** One answer as a client sees it. */
export interface SeenAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** A client of the usual library. */
export function socketClient(url: string, connectionParams: Record<string, unknown> = {}): Client {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  });
  untilTheEnd({ stop: async () => client.dispose() });
  return client;
}

/** How a client takes a stream by HTTP. */
export const TAKES = {
  events: 'text/event-stream',
  parts: 'multipart/mixed;subscriptionSpec=1.0, application/json',
} as const;

/** A client that asks for a stream by HTTP. */
export async function streamOf(
  url: string,
  query: string,
  accept: string,
  init: { readonly signal?: AbortSignal } = {},
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query }),
    ...init,
    headers: { 'content-type': 'application/json', accept },
  });
}

const FOUND: readonly (readonly [type: string, found: RegExp])[] = [
  ['text/event-stream', /data: (\{.*\})\n\n/g],
  ['multipart/mixed', /\r\n\r\n(\{.+\})\r\n--/g],
];

/** The answers in a stream, as they come; heartbeats are left out. */
export async function* answersIn(response: Response): AsyncGenerator<SeenAnswer> {
  const [, found = /$^/] =
    FOUND.find(([type]) => response.headers.get('content-type')?.startsWith(type)) ?? [];
  let text = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    for (const match of text.matchAll(found)) yield JSON.parse(String(match[1])) as SeenAnswer;
    const last = [...text.matchAll(found)].at(-1);
    if (last) text = text.slice(last.index + last[0].length - 2);
  }
}
