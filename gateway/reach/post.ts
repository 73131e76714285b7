import { FetchFailure } from './http-answer.js';
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
  /** For the whole answer. Unit: milliseconds. */
  readonly milliseconds: number;
}

/** An HTTP answer that was read to its end. */
export interface Posted {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/**
 * Sends a request and reads its answer; both end when the answer is no longer wanted or takes too long.
 *
 * @throws FetchFailure in these two cases, and what undici throws in all others.
 */
export function post(
  dispatcher: Dispatcher,
  { path, headers, body }: Post,
  patience: Patience,
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    if (patience.wanted.aborted) {
      reject(NO_LONGER_WANTED);
      return;
    }
    const reader = new AnswerReader(patience, { resolve, reject });
    dispatcher.dispatch({ method: 'POST', path, headers, body }, reader);
  });
}

const NO_LONGER_WANTED = new FetchFailure('no longer wanted', false);
const TIME_OUT = new FetchFailure('time-out', false);

interface Settle {
  resolve(answer: Posted): void;
  reject(reason: unknown): void;
}

class AnswerReader implements Dispatcher.DispatchHandler {
  private controller: Dispatcher.DispatchController | undefined;
  private given: FetchFailure | undefined;
  private status = 0;
  private contentType = '';
  private readonly chunks: Buffer[] = [];
  private readonly timer: NodeJS.Timeout;
  private readonly leave = (): void => this.giveUp(NO_LONGER_WANTED);

  constructor(
    private readonly patience: Patience,
    private readonly settle: Settle,
  ) {
    this.timer = setTimeout(() => this.giveUp(TIME_OUT), patience.milliseconds);
    patience.wanted.addEventListener('abort', this.leave);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // Unlike an abort this leaves the connection to the next request.
    if (this.given) throw this.given;
    this.controller = controller;
  }

  onResponseStart(
    _: Dispatcher.DispatchController,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    this.status = status;
    this.contentType = String(headers['content-type'] ?? '');
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.end();
    const [only, ...others] = this.chunks;
    const bytes = only && others.length === 0 ? only : Buffer.concat(this.chunks);
    this.settle.resolve({ status: this.status, contentType: this.contentType, text: bytes.toString('utf8') });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.end();
    this.settle.reject(this.given ?? error);
  }

  /** The request may still wait for a connection; then it ends as soon as it has one, and nobody waits for that. */
  private giveUp(reason: FetchFailure): void {
    this.given = reason;
    this.end();
    this.settle.reject(reason);
    this.controller?.abort(reason);
  }

  private end(): void {
    clearTimeout(this.timer);
    this.patience.wanted.removeEventListener('abort', this.leave);
  }
}
