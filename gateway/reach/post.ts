import type { Link } from './chain.js';
import { Deadlines, type Deadline } from './deadlines.js';
import { failureOf, FetchFailure } from './fetch-failure.js';
import { Gathered } from './gathered.js';
import { refusalOf, type AnswerHead } from './http-answer.js';
import type { Dispatcher } from 'undici';

/** One request to a subgraph. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long an answer is waited for. */
export interface Patience {
  /** Aborted when the answer is no longer wanted. */
  readonly wanted: AbortSignal;
  /** By when the whole answer must be there, on the clock of `performance.now`. Unit: milliseconds. */
  readonly deadline: number;
  /** The present instant on that clock, which is dear to look at. Unit: milliseconds. */
  readonly now: number;
}

/** What a request takes while it is under way. */
export interface Taken {
  /** Called once, when the request holds no connection any more. */
  readonly released: () => void;
}

/**
 * Sends a request and reads the text of its answer; both end when the answer is no longer wanted or takes too long.
 *
 * @throws FetchFailure in these two cases, when no whole answer comes, and when it cannot be GraphQL.
 */
export function post(
  dispatcher: Dispatcher,
  { path, headers, body }: Post,
  patience: Patience & Taken,
): Promise<string> {
  return new Promise((resolve, reject) => {
    if (patience.wanted.aborted) {
      patience.released();
      reject(new FetchFailure('left'));
      return;
    }
    const reader = new AnswerReader(patience, { resolve, reject });
    dispatcher.dispatch({ method: 'POST', path, headers, body }, reader);
  });
}

interface Settle {
  resolve(text: string): void;
  reject(reason: FetchFailure): void;
}

/**
 * How long an answer may take to begin before a client that leaves is taken to leave for that. Somewhat less than a
 * second, after which many clients leave. Unit: milliseconds.
 */
export const SILENCE_MS = 800;

/** Nobody waits any more. */
const SETTLED: Settle = { resolve: () => undefined, reject: () => undefined };

/** Of all answers that are waited for in this process. */
const deadlines = new Deadlines();

class AnswerReader implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private given: FetchFailure | undefined;
  private hasBegun = false;
  private isReleased = false;
  private readonly gathered = new Gathered();
  private readonly deadline: Link<Deadline>;
  private readonly leave = (): void => this.giveUp(new FetchFailure(this.isSilent() ? 'silent' : 'left'));

  constructor(
    private readonly patience: Patience & Taken,
    private settle: Settle,
  ) {
    const onOver = (): void => this.giveUp(new FetchFailure('time-out'));
    this.deadline = deadlines.add({ at: patience.deadline, onOver });
    patience.wanted.addEventListener('abort', this.leave);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Unlike an abort this leaves the connection to the next request.
    if (this.given) throw this.given;
    this.controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: AnswerHead['headers']): void {
    // What comes before the answer, such as 103.
    if (status < 200) return;
    this.hasBegun = true;
    this.given ??= refusalOf({ status, headers });
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.given) this.gathered.add(chunk);
  }

  onResponseEnd(): void {
    const settle = this.end();
    if (this.given) settle.reject(this.given);
    else settle.resolve(this.gathered.take());
    this.release();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.end().reject(this.given ?? failureOf(error, this.hasBegun));
    this.release();
  }

  /** The request may still wait for a connection; then it ends as soon as it has one, and nobody waits for that. */
  private giveUp(reason: FetchFailure): void {
    const { controller } = this;
    this.given = reason;
    this.end().reject(reason);
    controller?.abort(reason);
  }

  private isSilent(): boolean {
    return !this.hasBegun && performance.now() - this.patience.now >= SILENCE_MS;
  }

  /** Who is told now. undici remembers readers for a while; this one lets go of what would keep the whole answer. */
  private end(): Settle {
    const { settle } = this;
    deadlines.remove(this.deadline);
    this.patience.wanted.removeEventListener('abort', this.leave);
    this.settle = SETTLED;
    this.controller = undefined;
    return settle;
  }

  private release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    this.patience.released();
  }
}
