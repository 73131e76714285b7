import type { Occurrence } from './judge/occurrences.js';
import type { Violation } from './judge/violation.js';

/** What happened within a part of the run. Units: answers, events, strikes, milliseconds. */
export interface Period {
  whole: number;
  partial: number;
  /** Clients that left before their answer. */
  left: number;
  events: number;
  /** Subscriptions that were begun. */
  streams: number;
  strikes: number;
  /** Errors of agencies that were well, but kept from their work by the machine. */
  hindered: number;
  /** Violations, those included that are not kept. */
  wrong: number;
  readonly times: number[];
}

/** Violations of the whole run that are kept; periods count the others, too. */
const KEPT = 1_000;

/** Keeps what happens. */
export class Chronicle {
  /** The first of what was wrong so far. */
  readonly seen: Violation[] = [];
  /** How often each thing happened under load. */
  readonly met = new Map<Occurrence, number>();
  private began = performance.now();
  private current = aPeriod();

  get now(): Period {
    return this.current;
  }

  /** From the start of the load. Unit: milliseconds. */
  get at(): number {
    return performance.now() - this.began;
  }

  /** The load begins. */
  begin(): void {
    this.began = performance.now();
    this.current = aPeriod();
  }

  meet(what: Occurrence): void {
    this.met.set(what, (this.met.get(what) ?? 0) + 1);
  }

  wrong(what: string): void {
    const violation = { at: this.at, what };
    this.current.wrong += 1;
    if (this.seen.length < KEPT) this.seen.push(violation);
  }

  /** Ends a period and begins the next one. */
  turn(): Period {
    const { current } = this;
    this.current = aPeriod();
    return current;
  }
}

function aPeriod(): Period {
  return {
    whole: 0,
    partial: 0,
    left: 0,
    events: 0,
    streams: 0,
    strikes: 0,
    hindered: 0,
    wrong: 0,
    times: [],
  };
}
