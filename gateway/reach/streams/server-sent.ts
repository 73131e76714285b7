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
  readonly bounds: SentBounds;
}

/** How much a subgraph may send at once, and how long it may take where it sends no stream. */
export interface SentBounds {
  /** Largest event. Unit: bytes. */
  readonly maxBytes: number;
  /** From the head to the end of an answer that is no stream. Unit: milliseconds. */
  readonly answerMs: number;
}

/**
 * Subscribes by server-sent events: what comes is an event `next` with an answer, and an event `complete` at the end.
 *
 * Source: github.com/enisdenjo/graphql-sse, PROTOCOL.md, "Distinct connections mode".
 */
export function subscribeByEvents(subscription: SentSubscription, sink: Sink): Source {
  const { dispatcher, post, bounds } = subscription;
  const source = new SentSource(sink, bounds);
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
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly sink: Sink,
    private readonly bounds: SentBounds,
  ) {
    this.parser = new EventParser(bounds.maxBytes);
  }

  pause(): void {
    this.controller?.pause();
  }

  resume(): void {
    this.controller?.resume();
  }

  leave(): void {
    if (this.isOver) return;
    this.end();
    this.controller?.abort(LEFT);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.isOver) throw LEFT;
    this.controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHead['headers']): void {
    // What comes before the answer, such as 103.
    if (status < 200 || this.isOver) return;
    this.head = { status, headers };
    const refusal = this.isStream ? encodedStream(headers) : refusalOf(this.head);
    if (refusal) this.fail(refusal);
    else this.begin();
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.isOver) return;
    try {
      if (this.isStream) this.parser.take(chunk, (event) => this.take(event));
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

  onResponseError(_: Dispatcher.DispatchController, error: Error & { readonly code?: unknown }): void {
    const isHeadLate = error.code === 'UND_ERR_HEADERS_TIMEOUT';
    this.fail(isHeadLate ? new FetchFailure('no-head') : failureOf(error, this.head.status > 0));
  }

  private begin(): void {
    this.sink.begun();
    if (this.isStream) return;
    const late = new FetchFailure('time-out', { detail: 'no stream' });
    this.timer = setTimeout(() => this.fail(late), this.bounds.answerMs);
  }

  private get isStream(): boolean {
    const { status, headers } = this.head;
    return status === 200 && String(headers['content-type']).toLowerCase().startsWith(EVENT_STREAM);
  }

  private take({ name, data }: SentEvent): void {
    if (this.isOver) return;
    if (name === 'next') this.sink.event(parsed(data), data.length);
    if (name === 'complete') this.complete();
  }

  private keep(chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.bounds.maxBytes) throw new FetchFailure('too-large');
    this.chunks.push(chunk);
  }

  /** A subgraph that refuses the operation answers it as any other. */
  private answerAtOnce(): void {
    this.take({ name: 'next', data: Buffer.concat(this.chunks).toString('utf8') });
    this.complete();
  }

  private complete(): void {
    this.end();
    this.sink.complete();
    this.controller?.abort(LEFT);
  }

  private fail(error: unknown): void {
    if (this.isOver) return;
    this.end();
    this.sink.fail(failureOf(error));
    this.controller?.abort(LEFT);
  }

  private end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }
}

/** Events that are compressed, though they were asked for as they are. */
function encodedStream(headers: AnswerHead['headers']): FetchFailure | undefined {
  const isPlain = (headers['content-encoding'] ?? 'identity') === 'identity';
  return isPlain ? undefined : new FetchFailure('encoded');
}

/** What is no JSON is nothing, which is no answer either. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
