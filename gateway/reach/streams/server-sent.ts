import { failureOf, FetchFailure } from '../fetch-failure.js';
import { refusalOf, type AnswerHead } from '../http-answer.js';
import type { Post } from '../post.js';
import { EventParser, type SentEvent } from './event-parser.js';
import type { Sink, Source } from './source.js';
import type { Dispatcher } from 'undici';

/** Media type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream';

/** One subscription by server-sent events, a request of its own. */
export interface SentSubscription {
  readonly dispatcher: Dispatcher;
  readonly post: Post;
  /** Largest event. Unit: bytes. */
  readonly maxBytes: number;
}

/**
 * Subscribes by server-sent events: what comes is an event `next` with an answer, and an event `complete` at the end.
 *
 * Source: github.com/enisdenjo/graphql-sse, PROTOCOL.md, "Distinct connections mode".
 */
export function subscribeByEvents(subscription: SentSubscription, sink: Sink): Source {
  const { dispatcher, post, maxBytes } = subscription;
  const source = new SentSource(sink, maxBytes);
  dispatcher.dispatch({ method: 'POST', ...post }, source);
  return source;
}

const LEFT = new FetchFailure('left');

class SentSource implements Source, Dispatcher.DispatchHandler {
  private readonly parser: EventParser;
  private controller: Dispatcher.DispatchController | undefined;
  private head: AnswerHead = { status: 0, headers: {} };
  /** Of an answer that is no stream. */
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private isOver = false;

  constructor(
    private readonly sink: Sink,
    private readonly maxBytes: number,
  ) {
    this.parser = new EventParser(maxBytes);
  }

  pause(): void {
    this.controller?.pause();
  }

  resume(): void {
    this.controller?.resume();
  }

  leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.controller?.abort(LEFT);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.isOver) throw LEFT;
    this.controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHead['headers']): void {
    this.head = { status, headers };
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    try {
      if (this.isStream) this.takeAll(this.parser.take(chunk));
      else this.keep(chunk);
    } catch (error) {
      this.fail(error);
    }
  }

  onResponseEnd(): void {
    if (this.isOver) return;
    // The connection is free for the next request already.
    this.controller = undefined;
    if (this.isStream) this.fail(new FetchFailure('cut'));
    else this.answerAtOnce();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(error);
  }

  private get isStream(): boolean {
    const { status, headers } = this.head;
    return status === 200 && String(headers['content-type']).toLowerCase().startsWith(EVENT_STREAM);
  }

  private takeAll(events: readonly SentEvent[]): void {
    for (const event of events) if (!this.isOver) this.take(event);
  }

  private take({ name, data }: SentEvent): void {
    if (name === 'next') this.sink.event(parsed(data), data.length);
    if (name === 'complete') this.complete();
  }

  private keep(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) throw new FetchFailure('too-large');
    this.chunks.push(chunk);
  }

  /** A subgraph that refuses the operation answers it as any other. */
  private answerAtOnce(): void {
    const refusal = refusalOf(this.head);
    if (refusal) {
      this.fail(refusal);
      return;
    }
    this.take({ name: 'next', data: Buffer.concat(this.chunks).toString('utf8') });
    this.complete();
  }

  private complete(): void {
    this.isOver = true;
    this.sink.complete();
    this.controller?.abort(LEFT);
  }

  private fail(error: unknown): void {
    if (this.isOver) return;
    this.isOver = true;
    this.sink.fail(failureOf(error));
    this.controller?.abort(LEFT);
  }
}

/** What is no JSON is nothing, which is no answer either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
