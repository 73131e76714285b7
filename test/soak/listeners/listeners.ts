import { SHORT_LIFETIME, type Issuer } from '../callers/issuer.js';
import { ROLE_NAMES } from '../callers/roles.js';
import { anyOf, between, onceIn } from '../chance.js';
import type { Chronicle } from '../chronicle.js';
import { TELLERS } from '../graph/agencies.js';
import type { Excuses } from '../excuses.js';
import type { Machine } from '../machine.js';
import { byEvents, byParts } from './by-http.js';
import { bySocket } from './by-socket.js';
import { Hearing, type Heard } from './hearing.js';
import { ASLEEP, MANNERS, type Manner } from './manners.js';
import type { WordsOf } from './words.js';
import { setTimeout as delay } from 'node:timers/promises';

/** How clients listen. */
export interface ListenersOptions {
  readonly url: string;
  readonly issuer: Issuer;
  readonly chronicle: Chronicle;
  readonly machine: Machine;
  readonly excuses: Excuses;
  /** Aborted when they have heard enough; then all vanish. */
  readonly over: AbortSignal;
}

/** The ways of a stream to its client. */
const WAYS: ReadonlyMap<string, WordsOf> = new Map([
  ['graphql-transport-ws', bySocket],
  ['server-sent events', byEvents],
  ['multipart', byParts],
]);

/** One in so many clients has a token that expires while it listens. */
const SHORT = 3;

/** Clients listen in every manner over every way, until it is enough. */
export async function listenOn(options: ListenersOptions): Promise<void> {
  const all = [...WAYS.keys()].flatMap((way) =>
    MANNERS.map((manner) => oneListener(() => way, manner, options)),
  );
  await Promise.all([...all, oneListener(() => anyOf([...WAYS.keys()]), ASLEEP, options)]);
}

async function oneListener(anyWay: () => string, manner: Manner, options: ListenersOptions): Promise<void> {
  while (!options.over.aborted) {
    const way = anyWay();
    await listen(way, { ...(await heard(manner, options)), way }, options);
    await delay(between(0, manner.again), undefined, { signal: options.over }).catch(() => undefined);
  }
}

async function heard(manner: Manner, { issuer }: ListenersOptions): Promise<Omit<Heard, 'way'>> {
  const role = anyOf(ROLE_NAMES);
  const isShort = onceIn(SHORT) && role !== 'anonymous';
  const token = await (isShort ? issuer.shortTokenFor(role) : issuer.tokenFor(role));
  return {
    manner,
    role,
    token,
    lifetime: isShort ? SHORT_LIFETIME * 1_000 : Infinity,
    type: anyOf(TELLERS).type,
    count: between(...manner.count),
  };
}

async function listen(way: string, heard: Heard, options: ListenersOptions): Promise<void> {
  const { url, chronicle, over } = options;
  const leaves = AbortSignal.timeout(
    heard.manner.leavesWithin ? between(200, heard.manner.leavesWithin) : 600_000,
  );
  const left = AbortSignal.any([over, leaves]);
  const hearing = new Hearing(heard, options);
  chronicle.now.streams += 1;
  try {
    const signal = AbortSignal.any([left, hearing.silent]);
    const words = WAYS.get(way)?.({ url, question: hearing.question, signal });
    for await (const word of words ?? []) {
      hearing.take(word);
      await hearing.rest(left);
    }
    if (!left.aborted) hearing.complete();
  } catch (error) {
    if (!left.aborted) hearing.broken(error);
  } finally {
    if (leaves.aborted) chronicle.meet('a client that vanishes');
    hearing.end();
  }
}
