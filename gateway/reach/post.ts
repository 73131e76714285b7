import type { Link } from './chain.js';
import { Deadlines, type Deadline } from './deadlines.js';
import { failureOf, FetchFailure } from './fetch-failure.js';
import { Gathered } from './gathered.js';
import { refusalOf, type AnswerHead } from './http-answer.js';
import type { Leaver, Leaving } from './leaving.js';
import type { Dispatcher } from 'undici';

/** One request to a subgraph. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How long an answer is waited for. */
export interface Patience {
  /** Tells when the answer is no longer wanted. */
  readonly leaving: Leaving;
  /** By when the whole answer must be there, on the clock of `performance.now`. Unit: milliseconds. */
  readonly deadline: number;
  /** The present instant on that clock, which is dear to look at. Unit: milliseconds. */
  readonly now: number;
}

/** Who asked: is told once how it ended, and once, perhaps later, that the request holds no connection any more. */
export interface Asker {
  answered(text: string): void;
  failed(reason: FetchFailure): void;
  released(): void;
}

/** Sends a request and reads the text of its answer; both end when the answer is no longer wanted or takes too long. */
export function post(dispatcher: Dispatcher, request: Post, patience: Patience, asker: Asker): void {
  if (patience.leaving.isOver) {
    asker.released();
    asker.failed(new FetchFailure('left'));
    return;
  }
  const { path, headers, body } = request;
  dispatcher.dispatch({ method: 'POST', path, headers, body }, new AnswerReader(patience, asker));
}

/**
 * How long an answer may take to begin before a client that leaves is taken to leave for that. Somewhat less than a
 * second, after which many clients leave. Unit: milliseconds.
 */
export const SILENCE_MS = 800;

/** Of all answers that are waited for in this process. */
const deadlines = new Deadlines();

class AnswerReader implements Dispatcher.DispatchHandler, Deadline, Leaver {
  readonly at: number;
  private controller: Dispatcher.DispatchController | undefined;
  private given: FetchFailure | undefined;
  private hasBegun = false;
  private isOver = false;
  private isReleased = false;
  private readonly gathered = new Gathered();
  private readonly deadline: Link<Deadline>;
  private readonly leaving: Leaving;
  private readonly place: Link<Leaver>;
  private readonly since: number;

  constructor(
    { leaving, deadline, now }: Patience,
    private readonly asker: Asker,
  ) {
    this.at = deadline;
    this.since = now;
    this.deadline = deadlines.add(this);
    this.leaving = leaving;
    this.place = leaving.add(this);
  }

  onOver(): void {
    this.giveUp(new FetchFailure('time-out'));
  }

  leave(): void {
    this.giveUp(new FetchFailure(this.isSilent() ? 'silent' : 'left'));
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
    if (this.given) this.fail(this.given);
    else if (this.end()) this.asker.answered(this.gathered.take());
    this.release();
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.fail(this.given ?? failureOf(error, this.hasBegun));
    this.release();
  }

  /** The request may still wait for a connection; then it ends as soon as it has one, and nobody waits for that. */
  private giveUp(reason: FetchFailure): void {
    const { controller } = this;
    this.given = reason;
    this.fail(reason);
    controller?.abort(reason);
  }

  private isSilent(): boolean {
    return !this.hasBegun && performance.now() - this.since >= SILENCE_MS;
  }

  private fail(reason: FetchFailure): void {
    if (this.end()) this.asker.failed(reason);
  }

  /** Whether it was not over before. undici remembers readers for a while, so this one lets go of what it can. */
  private end(): boolean {
    if (this.isOver) return false;
    this.isOver = true;
    deadlines.remove(this.deadline);
    this.leaving.remove(this.place);
    this.controller = undefined;
    return true;
  }

  private release(): void {
    if (this.isReleased) return;
    this.isReleased = true;
    this.asker.released();
  }
}
