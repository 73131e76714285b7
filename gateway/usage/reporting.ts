import type { Logger } from '../../schema/contract/log.js';
import type { UsageBatch } from '../../schema/contract/release/wire.js';
import { timeLimit } from '../../schema/contract/time-limit.js';
import { RegistryAway, type RegistryLink } from '../release/link.js';
import type { UsageRecorder } from './recorder.js';
import { randomUUID } from 'node:crypto';

/** What use is reported with. */
export interface ReportingOptions {
  readonly recorder: Pick<UsageRecorder, 'take'>;
  readonly link: Pick<RegistryLink, 'report'>;
  readonly channel: string;
  /** How often it is. Unit: milliseconds. */
  readonly everyMs: number;
  readonly log: Logger;
}

/** Batches that wait for a registry that is away; then the oldest is dropped, and counted. Unit: batches. */
const MAX_WAITING = 60;
/** Operations of one batch. Unit: operations. */
const MAX_OPERATIONS = 200;
/** How long silence may last: a registry that hears nothing for a day takes the record for incomplete. Unit: milliseconds. */
const MAX_SILENCE_MS = 3_600_000;
/** How long the last batches are waited for as the gateway stops. Unit: milliseconds. */
const LAST_MS = 1_500;

/** Reports in batches who uses what. What cannot be sent is kept for later, within bounds; what is dropped is said so. */
export class Reporting {
  private readonly waiting: UsageBatch[] = [];
  private readonly timer: NodeJS.Timeout;
  private since = new Date();
  private toldAt = 0;
  private dropped = 0;
  private sending: Promise<void> | undefined;

  constructor(private readonly options: ReportingOptions) {
    this.timer = setInterval(() => void this.report(), options.everyMs);
    this.timer.unref();
  }

  /** Reports what was recorded until now; settled when it is sent, or cannot be now. */
  report(): Promise<void> {
    this.gather();
    this.sending ??= this.send().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  /** Reports the rest, within a bound. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await timeLimit(this.report(), LAST_MS, undefined);
  }

  private gather(): void {
    const until = new Date();
    const { operations, dropped } = this.options.recorder.take();
    this.dropped += dropped;
    const isSilent = operations.length === 0 && this.dropped === 0;
    if (isSilent && until.getTime() - this.toldAt < MAX_SILENCE_MS) return;
    for (let at = 0; at === 0 || at < operations.length; at += MAX_OPERATIONS)
      this.put({ ...this.head(until), operations: operations.slice(at, at + MAX_OPERATIONS) });
    this.since = until;
    this.toldAt = until.getTime();
  }

  private head(until: Date): Omit<UsageBatch, 'operations'> {
    const { dropped, since } = this;
    this.dropped = 0;
    const span = { since: since.toISOString(), until: until.toISOString() };
    return { channel: this.options.channel, ...span, nonce: randomUUID(), dropped };
  }

  private put(batch: UsageBatch): void {
    this.waiting.push(batch);
    if (this.waiting.length <= MAX_WAITING) return;
    const lost = this.waiting.shift();
    this.dropped += lost ? runsIn(lost) : 0;
  }

  private async send(): Promise<void> {
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      if (!(await this.isDone(first))) return;
      if (this.waiting[0] === first) this.waiting.shift();
    }
  }

  /** Whether nothing more is to be done about a batch. */
  private async isDone(batch: UsageBatch): Promise<boolean> {
    try {
      await this.options.link.report(batch);
      return true;
    } catch (error) {
      if (!(error instanceof RegistryAway) || error.isPassing) return false;
      this.options.log.warn({ reason: error.why }, 'the registry did not take a report on usage');
      this.dropped += runsIn(batch);
      return true;
    }
  }
}

function runsIn({ operations, dropped }: UsageBatch): number {
  const uses = operations.flatMap((operation) => operation.uses);
  return uses.reduce((sum, { count }) => sum + count, dropped);
}
