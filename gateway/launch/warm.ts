import type { Pace } from '../supergraph/pace.js';
import type { SeenOperation } from '../usage/book.js';
import { Difference } from './difference.js';
import { lookAt, peekAt, type LookedAt } from './look.js';

/** What an edition is warmed with. */
export interface WarmParts {
  readonly operations: readonly SeenOperation[];
  /** The edition that answers now; nothing at the start. */
  readonly former?: LookedAt;
  /** Time for all of it. Unit: milliseconds. */
  readonly ms: number;
  /** The breaks that are made for requests meanwhile. */
  readonly pace: Pace;
  /** Aborted when the edition is not wanted any more. */
  readonly signal: AbortSignal;
}

/**
 * Has the plans of operations ready before an edition answers, the most used ones first and as many as the time allows,
 * and tells how it would answer otherwise than the one before.
 */
export async function warm(next: LookedAt, parts: WarmParts): Promise<Difference> {
  const { operations, former, ms, pace, signal } = parts;
  const difference = new Difference();
  const late = AbortSignal.timeout(Math.max(ms, 1));
  const until = AbortSignal.any([signal, late]);
  for (const seen of operations) {
    if (late.aborted) break;
    const before = former && (await peekAt(former, seen));
    const after = await lookAt(next, seen, until).catch(() => undefined);
    signal.throwIfAborted();
    if (after && !late.aborted) difference.add(seen, after, before);
    await pace.rest();
  }
  return difference;
}
