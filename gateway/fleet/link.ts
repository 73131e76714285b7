import type { LinkObserver } from './presence.js';
import { Redis } from 'ioredis';

/** What a link is made with. */
export interface LinkOptions {
  readonly url: string;
  /** Time for an answer. Unit: milliseconds. */
  readonly timeoutMs: number;
  /** Shows that the server does what it is there for; asked again and again. @throws Error when it does not. */
  readonly prove: (client: Redis) => Promise<unknown>;
  readonly onChange: LinkObserver;
}

/** Pause between two proofs. Unit: milliseconds. */
const BEAT_MS = 1_000;
/** Pause between two tries to connect, at first and at most. Unit: milliseconds. */
const PAUSE = { first: 50, longest: 1_000 };
/** Shortest time to connect, which takes more than one answer. Unit: milliseconds. */
const CONNECT_MS = 1_000;

/**
 * A connection to Redis that knows whether the server is there. While it is away, nothing is sent, queued or waited for,
 * and the connection is tried again and again.
 */
export class Link {
  /** The connection; for listeners and for libraries that need it whole. */
  readonly client: Redis;
  private isUp: boolean | undefined;
  private reason = 'closed';
  private beating: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isClosed = false;

  constructor(private readonly options: LinkOptions) {
    this.client = new Redis(options.url, connectionOptions(options.timeoutMs));
    this.client.on('error', (error: unknown) => (this.reason = reasonOf(error)));
    this.client.on('close', () => this.become(false));
    this.client.on('ready', () => void this.beat());
  }

  /** Begins to connect; settled once it is known whether the server is there. */
  async open(): Promise<void> {
    await this.client.connect().catch(() => undefined);
    await this.beat();
  }

  /**
   * Has the server do something.
   *
   * @throws Error at once while it is away, and after a time when it does not answer.
   */
  async run<Result>(command: (client: Redis) => Promise<Result>): Promise<Result> {
    if (!this.isUp) throw new Error('Redis is away.');
    try {
      return await command(this.client);
    } catch (error) {
      if (!isReply(error)) this.become(false, reasonOf(error));
      throw error;
    }
  }

  /** Lets go of the connection at once. */
  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.client.disconnect();
  }

  private beat(): Promise<void> {
    this.beating ??= this.proved().finally(() => {
      this.beating = null;
      clearTimeout(this.timer);
      if (!this.isClosed) this.timer = setTimeout(() => void this.beat(), BEAT_MS).unref();
    });
    return this.beating;
  }

  /** A server that is connected and does not answer is connected anew: what it still owes is forgotten. */
  private async proved(): Promise<void> {
    if (this.isClosed || this.client.status !== 'ready') return;
    try {
      await this.options.prove(this.client);
      this.become(true);
    } catch (error) {
      this.become(false, reasonOf(error));
      if (!this.isClosed) this.client.disconnect(true);
    }
  }

  private become(isUp: boolean, reason = this.reason): void {
    if (this.isUp === isUp || this.isClosed) return;
    this.isUp = isUp;
    this.options.onChange(isUp, reason);
    this.reason = 'closed';
  }
}

/** Nothing is queued while the server is away, and nothing is sent twice: what was counted must not count again. */
function connectionOptions(timeoutMs: number) {
  return {
    lazyConnect: true,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    commandTimeout: timeoutMs,
    connectTimeout: Math.max(timeoutMs, CONNECT_MS),
    disconnectTimeout: timeoutMs,
    retryStrategy: (tries: number) => pauseAfter(tries),
  };
}

/** Many gateways that lost the same server do not come back all at once. */
function pauseAfter(tries: number): number {
  return Math.min(PAUSE.first * 2 ** tries, PAUSE.longest) * (1 - Math.random() / 2);
}

/** Whether the server itself refused: then it is there. */
function isReply(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}

/** What happened, without any word that could hold an address. */
function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string') return code;
  const said = String(message);
  return said === 'Command timed out' ? 'timeout' : (/^[A-Z]{2,}(?= )/.exec(said)?.[0] ?? 'closed');
}
