import { ENGINE_DEFAULTS } from '../../gateway/engine/settings.js';
import { afterAll, afterEach, beforeAll, jest } from '@jest/globals';
import { pino } from 'pino';
import type { FetchReport, ReachTo } from '../../gateway/reach/reach.js';
import { reachOverHttp } from '../../gateway/reach/http.js';
import { reachInProcess } from '../../gateway/reach/in-process.js';
import { REACH_DEFAULTS, type ReachSettings } from '../../gateway/reach/settings.js';
import { createGateway, type GatewayOptions } from '../../gateway/server.js';
import {
  createApollo,
  HTTP_DEFAULTS,
  serveGraphQL,
  type HttpSettings,
  type RunningServer,
} from '../../schema/contract/serve.js';
import {
  CALLER_CHECK_SETTINGS,
  requireCallerToken,
  type CallerCheck,
} from '../../schema/contract/caller-check.js';
import {
  CALLER_TOKEN_DEFAULTS,
  callerTokens,
  type CallerTokens,
} from '../../schema/contract/caller-token.js';
import { readSettings } from '../../schema/contract/settings.js';
import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { vouchedContext } from '../../subgraphs/shared/vouched.js';
import { openOnce } from './once/open-once.js';
import { supergraphOf } from './tiny-supergraph.js';

export { supergraphOf } from './tiny-supergraph.js';

/** Composing and loading take their time on a busy machine. */
jest.setTimeout(30_000);

/** Servers of tests stop at once: nobody is about to send them another request. */
const AT_ONCE: HttpSettings = { ...HTTP_DEFAULTS, HTTP_DRAIN_MS: 0 };

/** A log that nobody reads. */
export const SILENT = pino({ level: 'silent' });

/** One error as a client sees it. */
export interface SeenError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** What a client gets for one operation. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly SeenError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Where an answer differs from the usual. */
export interface AskOptions {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** An answer of a hub, with the fetches from subgraphs that it took. */
export type HubAnswer = Answer & { readonly fetches: readonly FetchReport[] };

/** A gateway that answers over HTTP. */
export interface TinyHub {
  readonly url: string;
  ask(query: string, options?: AskOptions): Promise<HubAnswer>;
  /** Puts another supergraph in the place of the present one. */
  takeOver(supergraphSdl: string): Promise<void>;
  stop(): Promise<void>;
}

interface Stoppable {
  stop(): Promise<void>;
}

/** What is stopped after the test. */
const started: Stoppable[] = [];
afterEach(async () => {
  for (const each of started.splice(0).toReversed()) await each.stop();
});

/** Has `running` stopped after the test. */
export function untilTheEnd<Running extends Stoppable>(running: Running): Running {
  started.push(running);
  return running;
}

/** One hub for all tests of a file, which only read. */
export function sharedHub(make: () => Promise<TinyHub>): Pick<TinyHub, 'ask' | 'url'> {
  let made: TinyHub | undefined;
  const own: Stoppable[] = [];
  beforeAll(async () => {
    const before = started.length;
    made = await make();
    own.push(...started.splice(before));
  });
  afterAll(async () => {
    for (const each of own.toReversed()) await each.stop();
  });
  const hub = (): TinyHub => {
    if (!made) throw new Error('The hub did not start.');
    return made;
  };
  return {
    get url() {
      return hub().url;
    },
    ask: (query, options) => hub().ask(query, options),
  };
}

/** Asks a GraphQL server one operation. */
export async function ask(url: string, query: string, options: AskOptions = {}): Promise<Answer> {
  const { headers, signal, ...rest } = options;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, ...rest }),
    signal,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as object) };
}

/** What may differ between gateways. */
export type GatewayChanges = Partial<Omit<GatewayOptions, 'reach' | 'supergraphSdl' | 'publicKeys'>> & {
  readonly reachSettings?: Partial<ReachSettings>;
  readonly tokens?: CallerTokens;
};

/** A gateway on a supergraph, however it reaches the subgraphs. */
export async function gatewayOn(
  supergraphSdl: string,
  reachWith: (options: Parameters<typeof reachOverHttp>[0]) => ReachTo,
  { reachSettings, tokens = callerTokens(CALLER_TOKEN_DEFAULTS), ...changes }: GatewayChanges = {},
): Promise<TinyHub> {
  const fetches: FetchReport[] = [];
  const settings = { ...REACH_DEFAULTS, ...reachSettings };
  const onFetch = (report: FetchReport) => void fetches.push(report);
  const gateway = await createGateway({
    supergraphSdl,
    open: openOnce,
    reach: reachWith({ settings, log: SILENT, onFetch, tokens }),
    publicKeys: tokens.jwks,
    log: SILENT,
    host: '127.0.0.1',
    port: 0,
    http: AT_ONCE,
    engine: { ...ENGINE_DEFAULTS, SHARE_FETCHES: settings.SHARE_FETCHES },
    ...changes,
  });
  const { url } = await gateway.start();
  return untilTheEnd({
    url,
    async ask(query, options) {
      const answer = await ask(url, query, options);
      const id = answer.headers.get('x-request-id');
      return { ...answer, fetches: fetches.filter(({ requestId }) => requestId === id) };
    },
    takeOver: (newer) => gateway.takeOver(newer),
    stop: () => gateway.stop(),
  });
}

/** A hub whose subgraphs run within the process. */
export function hubOf(subgraphs: readonly LocalSubgraph[], changes?: GatewayChanges): Promise<TinyHub> {
  const supergraph = supergraphOf(subgraphs, (name) => `http://${name}.invalid`);
  return gatewayOn(supergraph, (options) => reachInProcess(subgraphs, options), changes);
}

/** A hub whose subgraphs each answer over HTTP; `instead` names addresses that answer otherwise. */
export async function hubOverHttp(
  subgraphs: readonly LocalSubgraph[],
  instead: Readonly<Record<string, string>> = {},
  changes?: GatewayChanges,
): Promise<TinyHub> {
  const urls = new Map<string, string>(Object.entries(instead));
  for (const subgraph of subgraphs) {
    if (!urls.has(subgraph.name)) urls.set(subgraph.name, (await served(subgraph)).url);
  }
  const supergraph = supergraphOf(subgraphs, (name) => urls.get(name) ?? '');
  return gatewayOn(supergraph, reachOverHttp, changes);
}

/** Lets everybody in, as a subgraph in development does. */
const OPEN = requireCallerToken(readSettings(CALLER_CHECK_SETTINGS, { ACCEPT_WITHOUT_TOKEN: 'true' }), {
  subgraph: 'tiny',
  log: SILENT,
});

/** A subgraph on a port of its own, as `npm run subgraph` has it. */
export async function served(
  subgraph: LocalSubgraph,
  settings: Partial<HttpSettings> = { HTTP_TRUST_REQUEST_ID: true },
  check: CallerCheck = OPEN,
): Promise<RunningServer> {
  const app = {
    apollo: createApollo({ schema: subgraph.schema }, { log: SILENT, introspection: false }),
    contextFor: vouchedContext(subgraph, check),
    isReady: () => subgraph.isReady(),
  };
  const place = { host: '127.0.0.1', port: 0, log: SILENT, settings: { ...AT_ONCE, ...settings } };
  return untilTheEnd(await serveGraphQL(app, place));
}
