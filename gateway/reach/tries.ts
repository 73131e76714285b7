import { failureOf, FetchFailure } from './fetch-failure.js';
import type { Patience } from './post.js';
import type { Tally } from './tally.js';
import { setTimeout as delay } from 'node:timers/promises';

/** What more tries are made with. */
export interface TriesParts {
  /** How often a query is sent again. Unit: tries. */
  readonly retries: number;
  readonly tally: Tally;
  /** Whether the subgraph is well enough to be asked again. */
  readonly isWell: () => boolean;
  /** From 0 to 1, never 1. */
  readonly random: () => number;
}

type Attempt<Result> = (patience: Patience) => Promise<Result>;

/** Longest wait before the first retry; it doubles with each further one. Unit: milliseconds. */
const BASE_MS = 100;
/** Retries within the window that are always allowed. Unit: retries. */
const FREE_RETRIES = 3;
/** Further ones, as a share of the requests within the window. */
const RETRY_SHARE = 0.1;

/**
 * Sends a query again when it certainly got no answer and the same may go better in a moment. A failing subgraph is not
 * flooded: over a while retries are a small share of all requests, and at random instants.
 */
export class Tries {
  constructor(private readonly parts: TriesParts) {}

  /** The result of the first try that has one, else the last failure. */
  run<Result>(attempt: Attempt<Result>, patience: Patience, made = 0): Promise<Result> {
    return attempt(patience).catch(async (error: unknown) => {
      const wait = this.waitAfter(failureOf(error), made);
      if (wait === undefined || performance.now() + wait >= patience.deadline) throw error;
      this.parts.tally.add('retries');
      await pause(wait, patience.leaving.signal);
      return this.run(attempt, { ...patience, now: performance.now() }, made + 1);
    });
  }

  private waitAfter({ mayRetry, retryAfter = 0 }: FetchFailure, made: number): number | undefined {
    const { retries, random, isWell } = this.parts;
    if (!mayRetry || made >= retries || !isWell() || !this.isWithinBudget()) return undefined;
    return retryAfter + random() * BASE_MS * 2 ** made;
  }

  private isWithinBudget(): boolean {
    const { tries, retries } = this.parts.tally.counts;
    return retries < FREE_RETRIES + RETRY_SHARE * tries;
  }
}

function pause(milliseconds: number, wanted: AbortSignal): Promise<void> {
  return delay(milliseconds, undefined, { signal: wanted }).catch(() => {
    throw new FetchFailure('left');
  });
}
