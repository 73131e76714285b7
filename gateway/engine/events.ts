import type { SubgraphAnswer } from '../reach/reach.js';
import type { EngineAnswer } from './engine.js';
import { Maker, type EventsParts } from './event-maker.js';
import { EventSources, type EventSource } from './event-sources.js';
import type { Outgoing } from './execute/scope.js';
import { Twins } from './twins.js';
import type { Watch } from './watch.js';
import { setTimeout as delay } from 'node:timers/promises';

export type { EventsParts } from './event-maker.js';

/** The answers to a subscription; see {@link Events}. @throws HubError as it does. */
export function answersToEvents(parts: EventsParts): AsyncGenerator<EngineAnswer, undefined> {
  return new Events(parts).answers();
}

/** How long a new source may take to begin; one that says nothing until its first event counts as begun. Unit: milliseconds. */
const BEGIN_MS = 5_000;
/** How long two sources give their events side by side: what one of them is late with, the other one gave. Unit: milliseconds. */
const OVERLAP_MS = 500;

/**
 * The answers to a subscription: the plan is run once for each event, which stands for the answer of its first fetch.
 * Who may see what is decided anew for each event; rights that were lost count at once, new ones for new subscriptions.
 * An event that fails is an answer with errors, and the next one comes. Another engine may take over at any event.
 */
export class Events {
  private sources: EventSources<SubgraphAnswer, Maker> | undefined;
  private outgoing: Outgoing | undefined;
  private twins: Twins<Maker> | undefined;
  private maker: Maker;

  constructor(parts: EventsParts) {
    this.maker = new Maker(parts);
  }

  /** The answers. @throws HubError when the subgraph of the events is gone; from the iterator. */
  async *answers(): AsyncGenerator<EngineAnswer, undefined> {
    const { maker } = this;
    const start = watchedStart(await maker.subscribed(), maker.parts.watch);
    this.outgoing = start.outgoing;
    const sources = new EventSources(maker.source(start.outgoing), maker);
    this.sources = sources;
    try {
      for await (const { event, tag } of sources) {
        const { answer, isLast } = await tag.answer(event);
        if (!this.twins?.isTwin(answer.data ?? '', tag)) yield answer;
        if (isLast) return;
      }
    } finally {
      sources.close();
      start.end(false);
    }
  }

  /**
   * Has another engine make the answers. The source of the events is kept where it is the same; else the new one is opened
   * first, and the former one is left when nothing can be missing any more.
   *
   * @throws HubError when the new source does not begin; then all stays as it is.
   */
  async goOn(parts: EventsParts): Promise<void> {
    const next = new Maker(parts);
    const outgoing = await next.subscribed();
    if (this.sources && this.outgoing && !this.isSame(outgoing, next)) await this.exchange(outgoing, next);
    else this.sources?.retag(next);
    this.maker = next;
  }

  private isSame(outgoing: Outgoing, next: Maker): boolean {
    const { outgoing: present, maker } = this;
    if (!present || outgoing.subgraph !== present.subgraph || outgoing.body !== present.body) return false;
    const addressIn = ({ parts }: Maker) => parts.addressOf?.(outgoing.subgraph);
    return addressIn(next) === addressIn(maker);
  }

  private async exchange(outgoing: Outgoing, next: Maker): Promise<void> {
    const begun = Promise.withResolvers<boolean>();
    const source = eager(next.source({ ...outgoing, onBegun: begun.resolve }));
    const isBegun = await Promise.race([begun.promise, delay(BEGIN_MS, true, { ref: false })]);
    if (!isBegun) {
      source.leave();
      throw new Error('The new source of a subscription does not begin.');
    }
    this.twins = new Twins(this.maker);
    this.sources?.join(source, next);
    this.outgoing = outgoing;
    await delay(OVERLAP_MS, undefined, { ref: false });
    this.sources?.leaveFormer();
    this.twins = undefined;
  }
}

/** The same source, asked for its first event at once, which is what opens it. */
function eager<Event>({ events, leave }: EventSource<Event>): EventSource<Event> {
  let first: Promise<IteratorResult<Event>> | undefined = events.next();
  // Whoever asks is told of a failure.
  first.catch(() => undefined);
  const next = (): Promise<IteratorResult<Event>> => {
    const asked = first ?? events.next();
    first = undefined;
    return asked;
  };
  return { events: { next }, leave };
}

/** What is subscribed to, with those who are told once how that begins. */
function watchedStart(outgoing: Outgoing, watch: Watch | undefined) {
  if (!watch) return { outgoing, end: () => undefined };
  const { subgraph, query } = outgoing;
  const fetch = watch.beginFetch({ subgraph, path: [], query });
  const told = once(fetch.end);
  return { outgoing: { ...outgoing, traceparent: fetch.traceparent, onBegun: told }, end: told };
}

function once(tell: (isGood: boolean) => void): (isGood: boolean) => void {
  let isTold = false;
  return (isGood) => {
    if (!isTold) tell(isGood);
    isTold = true;
  };
}
