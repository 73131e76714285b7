import type { Parameters } from '../../../schema/contract/http/parameters.js';
import type { HubError } from '../../../schema/contract/errors.js';
import type { RequestOrigin } from '../../../schema/contract/serve.js';
import { tooManyStreams } from '../ends.js';
import { lastWordsFor } from '../last-words.js';
import type { SocketDesk, Visitor } from './desk.js';
import { randomUUID } from 'node:crypto';

/** What a client asks over its connection. */
export interface SocketOperation {
  /** Chosen by the client. */
  readonly id: string;
  readonly payload: Parameters;
  /** On whose behalf, as far as the connection knows. */
  readonly visitor: Visitor;
}

/** The connection as its operations know it. */
export interface SocketLine {
  /** Sends a message; settled when it has left the process, or never will. */
  send(text: string): Promise<void>;
  /** Told whenever the last operation has ended. */
  onIdle(): void;
  /** Told when the client goes on asking for more than it may have at once. */
  onExcess(): void;
}

/** Operations in a row that may be refused as too many. Unit: operations. */
const MAX_REFUSALS = 1_000;

/** The operations of one connection. */
export class Operations {
  private readonly running = new Map<string, AbortController>();
  /** Those that work, also for a client that does not want them any more. */
  private working = 0;
  private refusals = 0;
  /** Why no further ones are taken. */
  private refusal: HubError | undefined;

  constructor(
    private readonly desk: SocketDesk,
    private readonly line: SocketLine,
  ) {}

  get isIdle(): boolean {
    return this.running.size === 0;
  }

  /** Whether an operation of this id runs. */
  has(id: string): boolean {
    return this.running.has(id);
  }

  /** Begins an operation, and sends its answers; the next one is made when the former has left. */
  start({ id, payload, visitor }: SocketOperation): void {
    const control = new AbortController();
    this.running.set(id, control);
    const origin = { ...visitor, requestId: randomUUID(), signal: control.signal };
    const started = performance.now();
    this.working += 1;
    void this.answer(id, payload, origin).finally(() => {
      const ms = Math.round(performance.now() - started);
      this.desk.log.info({ requestId: origin.requestId, ms }, 'answered by WebSocket');
      this.finish(id, control);
    });
  }

  /** Ends an operation that the client does not want any more. */
  stop(id: string, reason?: HubError): void {
    this.running.get(id)?.abort(reason);
    this.running.delete(id);
  }

  /** Ends all of them. @param reason unless the client left */
  stopAll(reason?: HubError): void {
    for (const id of [...this.running.keys()]) this.stop(id, reason);
  }

  /** From now on further operations are refused, for the first reason that is given. */
  refuseMore(reason: HubError): void {
    this.refusal ??= reason;
  }

  private async answer(id: string, payload: Parameters, origin: RequestOrigin): Promise<void> {
    const name = JSON.stringify(id);
    const send = async (type: string, rest = ''): Promise<void> => {
      if (!origin.signal.aborted) await this.line.send(`{"id":${name},"type":"${type}"${rest}}`);
    };
    try {
      for await (const json of this.answersTo(payload, origin)) {
        await send('next', `,"payload":${json.trimEnd()}`);
        if (origin.signal.aborted) return;
      }
      await send('complete');
    } catch (reason) {
      const errors = lastWordsFor(origin.requestId, this.desk.log)(reason);
      await send('error', `,"payload":${JSON.stringify(errors)}`);
    }
  }

  private answersTo(payload: Parameters, origin: RequestOrigin): AsyncIterable<string> {
    const { STREAMS_PER_SOCKET: max } = this.desk.settings;
    if (this.refusal) throw this.refusal;
    if (this.working > max) throw this.tooMany(max);
    this.refusals = 0;
    return this.desk.run(payload, origin);
  }

  private tooMany(max: number): HubError {
    this.refusals += 1;
    if (this.refusals > MAX_REFUSALS) this.line.onExcess();
    return tooManyStreams(max);
  }

  /** The id may stand for another operation by now. */
  private finish(id: string, control: AbortController): void {
    this.working -= 1;
    if (this.running.get(id) === control) this.running.delete(id);
    if (this.isIdle) this.line.onIdle();
  }
}
