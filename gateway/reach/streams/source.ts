import type { Logger } from '../../../schema/contract/log.js';
import { answerOf } from '../envelope.js';
import { failed, unavailable } from '../failures.js';
import { failureOf, FetchFailure } from '../fetch-failure.js';
import type { SubgraphAnswer, SubgraphFetch } from '../reach.js';
import { Channel } from './channel.js';
import type { StreamReachSettings } from './settings.js';
import { wanted } from './wanted.js';

/** Where a source of events puts what it gets. */
export interface Sink {
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
}

/**
 * The events of a source as answers, one after the other. It ends when the source does and, at once, when the fetch is
 * not wanted any more; then the source is left.
 *
 * @throws HubError SUBGRAPH_UNAVAILABLE when the source breaks off, SUBGRAPH_FAILED when it sends what is no event.
 */
export async function* eventsOf(
  { signal, operation }: SubgraphFetch,
  begin: (sink: Sink) => Source,
  { subgraph, settings, log }: EventsOptions,
): AsyncGenerator<SubgraphAnswer, undefined> {
  if (signal.aborted) return;
  try {
    for await (const envelope of wanted(opened(begin, settings), signal)) yield eventIn(envelope);
  } catch (error) {
    const { reason, detail, didAnswer } = failureOf(error);
    const { requestId } = operation;
    log.warn({ requestId, subgraph, reason, detail }, 'a subscription broke off');
    throw didAnswer ? failed(subgraph) : unavailable(subgraph);
  }
}

function opened(begin: (sink: Sink) => Source, settings: StreamReachSettings): Channel<unknown> {
  const channel = new Channel<unknown>({
    maxItems: settings.SUBGRAPH_EVENT_QUEUE,
    maxSize: settings.SUBGRAPH_EVENT_LIMIT_BYTES,
    onFull: () => source.pause(),
    onRoom: () => source.resume(),
    onLeave: () => source.leave(),
  });
  const source = begin({
    event: (envelope, bytes) => channel.push(envelope, bytes),
    complete: () => channel.finish(),
    fail: (error) => channel.finish({ error }),
  });
  return channel;
}

function eventIn(envelope: unknown): SubgraphAnswer {
  const answer = answerOf(envelope);
  if (!answer) throw new FetchFailure('not-graphql');
  return answer;
}
