import type { GraphQLFormattedError } from 'graphql';
import type { ServerResponse } from 'node:http';
import type { StreamFormat } from './format.js';

/** A stream of answers on its way to one client. */
export interface StreamedBody {
  readonly format: StreamFormat;
  /** Each answer as JSON; asked for the next one when the client has room for it. */
  readonly answers: AsyncIterable<string>;
  /** How often something is sent while there is no answer. Unit: milliseconds. */
  readonly heartbeatMs: number;
  /** How long a client may leave unread what was sent. Unit: milliseconds. */
  readonly stallMs: number;
  /** What a client is told of the reason for which the answers end before their time; errors that may leave the process. */
  lastWords(reason: unknown): readonly GraphQLFormattedError[];
  /** The reason for ending the stream of a client that does not read. */
  stalled(): unknown;
}

/** Time for a client that did not read to take the last words. Unit: milliseconds. */
const LAST_WORDS_MS = 1_000;

/**
 * Writes a stream to its end. No more than one answer is held for a client that does not read; one that does not read
 * for too long loses the stream. It never throws.
 */
export async function writeStream(response: ServerResponse, body: StreamedBody): Promise<void> {
  const { format, answers, heartbeatMs } = body;
  const flow = new Flow(response, body);
  const beat = setInterval(() => flow.beat(), heartbeatMs);
  try {
    await flow.write(format.begin);
    for await (const json of answers) {
      await flow.write(format.answer(json.trimEnd()));
      if (response.destroyed) break;
    }
    flow.close('');
  } catch (reason) {
    flow.close(format.failure(JSON.stringify(body.lastWords(reason))));
  } finally {
    clearInterval(beat);
  }
}

class Flow {
  private isBlocked = false;
  private isIdle = false;
  private isStalled = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly body: StreamedBody,
  ) {}

  /** Sends a text, and waits until the client has taken most of what was sent. */
  async write(text: string): Promise<void> {
    this.isIdle = false;
    if (this.response.destroyed || this.response.write(text)) return;
    this.isBlocked = true;
    this.isStalled = !(await drained(this.response, this.body.stallMs));
    this.isBlocked = false;
    if (this.isStalled) throw this.body.stalled();
  }

  /** Between two beats without a word, the second one is a word. */
  beat(): void {
    if (this.isIdle && !this.isBlocked && !this.response.destroyed)
      this.response.write(this.body.format.heartbeat);
    this.isIdle = true;
  }

  close(lastWords: string): void {
    if (this.response.destroyed) return;
    this.response.end(lastWords + this.body.format.end);
    if (this.response.writableFinished) return;
    const milliseconds = this.isStalled ? LAST_WORDS_MS : this.body.stallMs;
    const timer = setTimeout(() => this.response.destroy(), milliseconds);
    this.response.once('close', () => clearTimeout(timer));
  }
}

/** Whether the client took what was sent, or left, in time. */
function drained(response: ServerResponse, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (isDrained: boolean): void => {
      clearTimeout(timer);
      response.off('drain', take).off('close', take);
      resolve(isDrained);
    };
    const take = (): void => settle(true);
    const timer = setTimeout(() => settle(false), milliseconds);
    response.once('drain', take).once('close', take);
  });
}
