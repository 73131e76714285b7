import type { SoakProcess } from './processes.js';
import { readFileSync } from 'node:fs';

/** How often it is looked at. Unit: milliseconds. */
const LOOK_EVERY = 250;
/** How far back it is known. Unit: milliseconds. */
const KEPT = 120_000;
const NANOSECONDS = 1e6;

/** Whom the machine is watched for. */
export interface Watched {
  readonly gateway: SoakProcess;
  /** The agencies by name; each may be another process later. */
  readonly subgraphs: ReadonlyMap<string, SoakProcess>;
}

/** How long processes had waited at an instant, by their ids. Unit: milliseconds. */
export interface Look {
  readonly at: number;
  readonly waited: ReadonlyMap<number, number>;
}

/**
 * How long the machine withheld its processors, because others had them, from those whose time is judged. What they take
 * themselves is not in it.
 */
export class Machine {
  private readonly looks: Look[] = [];
  private readonly timer = setInterval(() => this.look(), LOOK_EVERY);

  constructor(private readonly watched: Watched) {
    this.look();
  }

  /** From the gateway's answering thread or the clients, whoever waited longer. Unit: milliseconds. @param began on the clock of `performance.now()` */
  withheldSince(began: number): number {
    return this.longest([process.pid, this.watched.gateway.child.pid], began);
  }

  /** From an agency. Unit: milliseconds. @param began on the clock of `performance.now()` */
  withheldFrom(agency: string, began: number): number {
    return this.longest([this.watched.subgraphs.get(agency)?.child.pid], began);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private longest(pids: readonly (number | undefined)[], began: number): number {
    this.look();
    const before = this.looks.findLast(({ at }) => at <= began) ?? this.looks[0];
    const now = this.looks.at(-1);
    return before && now ? longestWait(before, now, pids) : 0;
  }

  private look(): void {
    const at = performance.now();
    const { gateway, subgraphs } = this.watched;
    const pids = [process.pid, ...[gateway, ...subgraphs.values()].map(({ child }) => child.pid ?? 0)];
    this.looks.push({ at, waited: new Map(pids.map((pid) => [pid, waitedBy(pid)])) });
    while ((this.looks[0]?.at ?? at) < at - KEPT) this.looks.shift();
  }
}

/** The longest wait of any process between two looks: those who wait at the same time do not wait for twice as long. */
export function longestWait(before: Look, now: Look, pids: readonly (number | undefined)[]): number {
  const waits = pids.map((pid = 0) => (now.waited.get(pid) ?? 0) - (before.waited.get(pid) ?? 0));
  return Math.max(0, ...waits);
}

/** How long the first thread of a process was ready to run and did not; nothing if it ended. Source: Linux, schedstats. */
function waitedBy(pid: number): number {
  try {
    const [, waited = '0'] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / NANOSECONDS;
  } catch {
    return 0;
  }
}
