import { failureOf, FetchFailure, type FailureReason } from './fetch-failure.js';
import type { Tally } from './tally.js';

/** `open` lets nothing through, `half-open` one request at a time. */
export type CircuitState = 'closed' | 'open' | 'half-open';

/** What a request tells of its subgraph. */
export type Outcome = 'well' | 'fault' | 'unknown';

/** When a circuit opens, and for how long. */
export interface BreakerRules {
  /** Share of faults that opens it. Unit: percent. */
  readonly share: number;
  /** Requests within the window before their share counts. Unit: requests. */
  readonly minimum: number;
  /** How long it stays open. Unit: milliseconds. */
  readonly openFor: number;
}

/** What a breaker is made with. */
export interface BreakerParts extends BreakerRules {
  readonly tally: Tally;
  /** A clock that never goes back. Unit: milliseconds. */
  readonly now: () => number;
  readonly onChange: (state: CircuitState) => void;
  /** Told when too many requests failed; not when it opens for another reason. */
  readonly onTripped?: () => void;
}

/** Requests in a row that must go well before the circuit closes. Unit: requests. */
const PROOFS = 3;
/** How soon the same may be asked again while one request finds out how the subgraph is. Unit: milliseconds. */
const PROBE_MS = 1_000;

/**
 * Leaves a subgraph alone for a while when too many requests to it fail, then tries it with one request at a time.
 *
 * Each request enters, and leaves with what came of it.
 */
export class Breaker {
  private current: CircuitState = 'closed';
  /** Changes of the state so far: what entered before a change tells nothing after it. */
  private era = 0;
  private openUntil = 0;
  private isProbing = false;
  private proofs = 0;

  constructor(private readonly parts: BreakerParts) {}

  /** Whether the subgraph is reached as usual. */
  get state(): CircuitState {
    return this.current;
  }

  /**
   * Lets a request through.
   *
   * @returns what it leaves with
   * @throws FetchFailure `circuit-open`
   */
  enter(): number {
    if (this.current === 'closed') return this.era;
    const rest = this.openUntil - this.parts.now();
    if (this.current === 'open' && rest > 0) throw circuitOpen(rest);
    if (this.current === 'open') this.become('half-open');
    if (this.isProbing) throw circuitOpen(PROBE_MS);
    this.isProbing = true;
    return this.era;
  }

  /** @throws FetchFailure `circuit-open` unless requests go through as usual. */
  requireClosed(): void {
    if (this.current === 'closed') return;
    throw circuitOpen(Math.max(PROBE_MS, this.openUntil - this.parts.now()));
  }

  /** Tells what came of a request that entered. */
  leave(entered: number, outcome: Outcome): void {
    if (entered !== this.era) return;
    if (this.current === 'closed') this.count(outcome);
    else this.judge(outcome);
  }

  /** Lets nothing through for a while. */
  open(): void {
    this.openUntil = this.parts.now() + this.parts.openFor;
    this.become('open');
  }

  private count(outcome: Outcome): void {
    if (outcome === 'unknown') return;
    const { tally, share, minimum, onTripped } = this.parts;
    tally.add('tries');
    if (outcome === 'well') return;
    tally.add('faults');
    const { tries, faults } = tally.counts;
    if (tries < minimum || faults * 100 < share * tries) return;
    this.open();
    onTripped?.();
  }

  private judge(outcome: Outcome): void {
    this.isProbing = false;
    if (outcome === 'unknown') return;
    if (outcome === 'fault') {
      this.open();
      return;
    }
    this.proofs += 1;
    if (this.proofs < PROOFS) return;
    this.parts.tally.clear();
    this.become('closed');
  }

  private become(state: CircuitState): void {
    this.current = state;
    this.era += 1;
    this.isProbing = false;
    this.proofs = 0;
    this.parts.onChange(state);
  }
}

function circuitOpen(retryAfter: number): FetchFailure {
  return new FetchFailure('circuit-open', { retryAfter });
}

const TELLS_NOTHING: ReadonlySet<FailureReason> = new Set(['left', 'closed', 'no-head'] as const);

/** What a failure tells: whoever leaves soon does not know how the subgraph is; all others that are not its fault heard of it. */
export function outcomeOf(error: unknown): Outcome {
  const { isFault, reason } = failureOf(error);
  if (isFault) return 'fault';
  return TELLS_NOTHING.has(reason) ? 'unknown' : 'well';
}
