import type { HubError } from '../../../schema/contract/errors.js';
import type { Logger } from '../../../schema/contract/log.js';
import type { Breaker, Outcome } from '../breaker.js';
import { answerOf } from '../envelope.js';
import { failed, unavailable } from '../failures.js';
import { failureOf, FetchFailure } from '../fetch-failure.js';
import type { SubgraphAnswer, SubgraphFetch } from '../reach.js';
import { Channel } from './channel.js';
import type { StreamReachSettings } from './settings.js';
import { Start } from './start.js';
import { wanted } from './wanted.js';

/** Where a source of events puts what it gets. */
export interface Sink {
  /** The subgraph took the subscription. */
  begun(): void;
  /** Takes an event, as parsed from JSON. @param bytes its length as text. Unit: bytes. */
  event(envelope: unknown, bytes: number): void;
  /** There are no more events. */
  complete(): void;
  /** There will be no more events, though there should. */
  fail(reason: unknown): void;
}

/** A source of events that was begun. */
export interface Source {
  /** Reads nothing until it is resumed. */
  pause(): void;
  resume(): void;
  /** Tells the subgraph that nobody wants its events, and lets go of the connection. */
  leave(): void;
}

/** What the events of a subgraph are read with. */
export interface EventsOptions {
  readonly subgraph: string;
  readonly settings: StreamReachSettings;
  readonly log: Logger;
  /** The circuit of the subgraph, for which each start counts as a request. */
  readonly breaker: Breaker;
  /** What it tells of the subgraph that it did not take a subscription until nobody wanted it. */
  readonly silence: Outcome;
}

/** Begins to put events into a sink. */
type Begin = (sink: Sink) => Source;

/**
 * The events of a source as answers, one after the other. It ends when the source does and, at once, when the fetch is
 * not wanted any more; then the source is left.
 *
 * @throws HubError SUBGRAPH_UNAVAILABLE when the source breaks off or its subgraph is left alone, SUBGRAPH_FAILED when
 * it sends what is no event.
 */
export async function* eventsOf(
  fetch: SubgraphFetch,
  begin: Begin,
  options: EventsOptions,
): AsyncGenerator<SubgraphAnswer, undefined> {
  if (fetch.leaving.isOver) return;
  try {
    yield* eventsFrom(fetch, begin, options);
  } catch (error) {
    throw told(error, fetch, options);
  }
}

async function* eventsFrom(
  { leaving, onBegun }: SubgraphFetch,
  begin: Begin,
  { breaker, settings, silence }: EventsOptions,
): AsyncGenerator<SubgraphAnswer, undefined> {
  const start = new Start(breaker, onBegun, silence);
  try {
    const source = opened(begin, start, settings);
    for await (const envelope of wanted(source, leaving.signal)) yield eventIn(envelope);
  } catch (error) {
    start.failed(error);
    throw error;
  } finally {
    start.left();
  }
}

/** Logs why a subscription broke off; clients learn only whether the subgraph answered. */
function told(error: unknown, { operation }: SubgraphFetch, { subgraph, log }: EventsOptions): HubError {
  const { reason, detail, didAnswer, retryAfter } = failureOf(error);
  const { requestId } = operation;
  log.warn({ requestId, subgraph, reason, detail }, 'a subscription broke off');
  return didAnswer ? failed(subgraph) : unavailable(subgraph, retryAfter);
}

function opened(begin: Begin, start: Start, settings: StreamReachSettings): Channel<unknown> {
  const channel = new Channel<unknown>({
    maxItems: settings.SUBGRAPH_EVENT_QUEUE,
    maxSize: settings.SUBGRAPH_EVENT_LIMIT_BYTES,
    onFull: () => source.pause(),
    onRoom: () => source.resume(),
    onLeave: () => source.leave(),
  });
  const source = begin({
    begun: () => start.succeeded(),
    event: (envelope, bytes) => channel.push(envelope, bytes),
    complete: () => channel.finish(),
    fail: (error) => {
      start.failed(error);
      channel.finish({ error });
    },
  });
  return channel;
}

function eventIn(envelope: unknown): SubgraphAnswer {
  const answer = answerOf(envelope);
  if (!answer) throw new FetchFailure('not-graphql');
  return answer;
}
