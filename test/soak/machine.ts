import type { SoakProcess } from './processes.js';
import { readFileSync } from 'node:fs';

/** How often it is looked at. Unit: milliseconds. */
const LOOK_EVERY = 250;
/** How far back it is known. Unit: milliseconds. */
const KEPT = 120_000;
const NANOSECONDS = 1e6;

interface Look {
  readonly at: number;
  /** Unit: milliseconds. */
  readonly waited: number;
}

/**
 * How long the machine withheld its processors, because others had them, from those whose time is judged: the gateway's
 * answering thread and the clients. What they take themselves is not in it.
 */
export class Machine {
  private readonly looks: Look[] = [];
  private readonly timer = setInterval(() => this.look(), LOOK_EVERY);

  /** @param judged whose time is judged beside that of this process */
  constructor(private readonly judged: SoakProcess) {
    this.look();
  }

  /** Unit: milliseconds. @param began on the clock of `performance.now()` */
  withheldSince(began: number): number {
    this.look();
    const before = this.looks.findLast(({ at }) => at <= began) ?? this.looks[0];
    return (this.looks.at(-1)?.waited ?? 0) - (before?.waited ?? 0);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const at = performance.now();
    this.looks.push({ at, waited: waitedBy(process.pid) + waitedBy(this.judged.child.pid) });
    while ((this.looks[0]?.at ?? at) < at - KEPT) this.looks.shift();
  }
}

/** How long the first thread of a process was ready to run and did not; nothing if it ended. Source: Linux, schedstats. */
function waitedBy(pid: number | undefined): number {
  try {
    const [, waited = '0'] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waited) / NANOSECONDS;
  } catch {
    return 0;
  }
}
