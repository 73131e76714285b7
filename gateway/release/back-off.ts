import { setTimeout as delay } from 'node:timers/promises';

/** Pause after the first failure, and the longest. Unit: milliseconds. */
const PAUSE = { first: 250, longest: 30_000 };

/** Pauses between attempts, longer after each failure, and never the same for all gateways that lost the same registry. */
export class BackOff {
  private failures = 0;

  /** @param random a number from 0 to 1, 1 excluded */
  constructor(private readonly random = Math.random) {}

  /** All is well again. */
  reset(): void {
    this.failures = 0;
  }

  /** How long to wait after one more failure. Unit: milliseconds. */
  next(): number {
    const longest = Math.min(PAUSE.first * 2 ** this.failures, PAUSE.longest);
    this.failures += 1;
    return longest * (0.5 + this.random() / 2);
  }
}

/** Waits, unless nobody wants to any more. @param milliseconds Unit: milliseconds. */
export async function paused(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
