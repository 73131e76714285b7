import type { AskOptions, HubAnswer } from '../../support/tiny-hub.js';
import type { ReachSettings } from '../../../gateway/reach/settings.js';
import { sharedHub } from '../../support/tiny-hub.js';
import { httpText, rawServer, stormySite, type LogLine, type StormySite } from '../faults/site.js';
import type { Socket } from 'node:net';

/** What the police does with a request, byte by byte. */
export type Behaviour = (socket: Socket) => void;

/** One hub for all tests of a file, whose police answers as each test wants. */
export interface BadNeighbourhood {
  readonly url: string;
  /** Has the police answer so from now on. */
  answers(how: Behaviour | string | Buffer): void;
  ask(query: string, options?: AskOptions): Promise<HubAnswer>;
  /** What the gateway logged since the police answers so. */
  lines(): readonly LogLine[];
  /** Requests to the police since it answers so. */
  asked(): number;
}

/** Limits of time that no machine is too slow for. */
export const UNHURRIED = {
  SUBGRAPH_TIMEOUT_MS: 60_000,
  SUBGRAPH_CONNECT_TIMEOUT_MS: 60_000,
  SUBGRAPH_HEADERS_TIMEOUT_MS: 60_000,
  SUBGRAPH_BODY_TIMEOUT_MS: 60_000,
};

/** Never opens a circuit, and sends nothing twice: each test sees what its own answer does. */
const PATIENT = {
  ...UNHURRIED,
  SUBGRAPH_RETRIES: 0,
  SUBGRAPH_BREAKER_MINIMUM: 1_000_000,
  SHARE_FETCHES: false,
};

/** Starts it before the tests of a file, with limits of time that only those of its cases have that need them. */
export function aBadNeighbourhood(settings: Partial<ReachSettings> = {}): BadNeighbourhood {
  let behaviour: Behaviour = (socket) => socket.end();
  let site: StormySite | undefined;
  let seen = 0;
  let asked = 0;
  const hub = sharedHub(async () => {
    const police = await rawServer((socket) =>
      socket.once('data', () => {
        asked += 1;
        behaviour(socket);
      }),
    );
    site = await stormySite(police, { ...PATIENT, ...settings });
    return site.hub;
  });
  return {
    get url() {
      return hub.url;
    },
    answers(how) {
      behaviour = typeof how === 'function' ? how : (socket) => socket.end(how);
      seen = site?.lines.length ?? 0;
      asked = 0;
    },
    ask: (query, options) => hub.ask(query, options),
    lines: () => site?.lines.slice(seen) ?? [],
    asked: () => asked,
  };
}

/** An HTTP answer that holds a value as JSON, or a text as it is. */
export function json(value: unknown): string {
  return httpText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** What must be in no answer: addresses, words of libraries, secrets of the tests. */
export const INTERNAL =
  /secret|password|127\.0\.0\.1|10\.0\.0\.7|169\.254|undici|UND_|ECONN|ENOTFOUND|CERT_|HPE_|stack|node:/i;
