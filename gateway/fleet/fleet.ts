import type { Logger } from '../../schema/contract/log.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import type { IsRevoked } from '../../schema/contract/token/revocation.js';
import type { StoreFor } from '../rates/rates.js';
import type { CircuitNews } from '../reach/circuits.js';
import type { SharedTexts } from '../trusted/registered.js';
import { listenTo } from './channel.js';
import { circuitNews } from './circuit-news.js';
import { sharedTexts } from './documents.js';
import { Link } from './link.js';
import { namesWith } from './names.js';
import { Presence, type LinkObserver } from './presence.js';
import { sharedRates } from './rates.js';
import { Revocations } from './revocations.js';
import type { FleetSettings } from './settings.js';

/** What a gateway shares with all others that use the same Redis server under the same prefix. */
export interface Fleet {
  /** Makes the stores in which callers are counted. */
  readonly storeFor: StoreFor;
  /** Texts that clients registered. */
  readonly texts: SharedTexts;
  /** Subgraphs that are left alone. */
  readonly circuits: CircuitNews;
  readonly isRevoked: IsRevoked;
  /** Lets go of all connections. */
  close(): void;
}

/** What a fleet is joined with. */
export interface FleetOptions {
  /** Address of the Redis server. */
  readonly url: string;
  readonly settings: Pick<FleetSettings, 'REDIS_PREFIX' | 'REDIS_TIMEOUT_MS'>;
  readonly log: Logger;
}

/** How long the start of a gateway waits for what the others share. Unit: milliseconds. */
const JOIN_MS = 3_000;
/** Pause between two readings of all revoked tokens; each new one is told at once. Unit: milliseconds. */
const READ_EVERY_MS = 30_000;
/** How long the sign of life stays. Unit: seconds. */
const HEARTBEAT_S = 60;

/** Joins the gateways that share a Redis server; while it is away, this one goes on alone, until it is back. */
export async function joinFleet({ url, settings, log }: FleetOptions): Promise<Fleet> {
  const { REDIS_PREFIX: prefix, REDIS_TIMEOUT_MS: timeoutMs } = settings;
  const names = namesWith(prefix);
  const revocations = new Revocations();
  const presence = new Presence(log);
  const read = (): void => void revocations.read(link, names);
  const link = new Link({
    url,
    timeoutMs,
    prove: (client) => client.set(names.heartbeat, 1, 'EX', HEARTBEAT_S),
    onChange: doingWhenUp(read, presence.watch('commands')),
  });
  const circuits = circuitNews(link, names);
  const hearers = new Map([
    [names.newlyRevoked, (message: string) => revocations.hear(message)],
    [names.newlyOpen, (message: string) => circuits.hear(message)],
  ]);
  const onChange = doingWhenUp(read, presence.watch('news'));
  const channel = listenTo(hearers, { url, timeoutMs, onChange });
  const timer = setInterval(read, READ_EVERY_MS).unref();
  await timeLimit(Promise.all([channel.open(), link.open()]), JOIN_MS, null);
  await timeLimit(revocations.read(link, names), JOIN_MS, null);
  const close = (): void => {
    clearInterval(timer);
    for (const each of [channel, link]) each.close();
  };
  const isRevoked: IsRevoked = (token) => revocations.has(token);
  return {
    storeFor: sharedRates(link, names, timeoutMs),
    texts: sharedTexts(link, names),
    circuits,
    isRevoked,
    close,
  };
}

/** What happened during a break was not told: it is read when the server is back. */
function doingWhenUp(act: () => void, observer: LinkObserver): LinkObserver {
  return (isUp, reason) => {
    observer(isUp, reason);
    if (isUp) act();
  };
}
