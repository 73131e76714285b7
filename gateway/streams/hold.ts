import { HubError } from '../../schema/contract/errors.js';
import { tokenRefused } from '../../schema/contract/token/refusals.js';
import { endWord } from './ends.js';
import { after } from './lifetime.js';

/** What keeps one stream going, or ends it. */
export class Hold {
  private readonly control = new AbortController();
  private readonly timers: (NodeJS.Timeout | undefined)[] = [];
  private ended: { readonly reason: unknown } | undefined;
  private isComplete = false;
  private readonly leave = (): void => this.control.abort();

  /**
   * @param client aborted when the client leaves, or loses its stream; then the reason is a HubError
   * @param lifetime Unit: milliseconds.
   */
  constructor(
    private readonly client: AbortSignal,
    lifetime: number,
  ) {
    if (client.aborted) this.leave();
    client.addEventListener('abort', this.leave, { once: true });
    this.endAfter(lifetime, tokenRefused('EXPIRED'));
  }

  /** Aborted when the stream has ended, whoever ended it. */
  get signal(): AbortSignal {
    return this.control.signal;
  }

  /** Why it ended, in one of few words. */
  get outcome(): string {
    if (this.ended) return endWord(this.ended.reason);
    if (!this.client.aborted) return this.isComplete ? 'COMPLETE' : 'LEFT';
    const reason: unknown = this.client.reason;
    return reason instanceof HubError ? endWord(reason) : 'LEFT';
  }

  /** Ends it; the first reason counts. */
  end(reason: unknown): void {
    this.ended ??= { reason };
    this.control.abort();
  }

  /** @param milliseconds Unit: milliseconds. */
  endAfter(milliseconds: number, reason: unknown): void {
    this.timers.push(after(milliseconds, () => this.end(reason)));
  }

  /** It has nothing more to say. */
  complete(): void {
    this.isComplete = true;
  }

  /** @throws the reason for which it was ended. */
  throwIfEnded(): void {
    if (this.ended) throw this.ended.reason;
  }

  /** Lets go of timers and listeners. */
  release(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.client.removeEventListener('abort', this.leave);
    this.control.abort();
  }
}
