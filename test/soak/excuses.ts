import type { Chronicle } from './chronicle.js';
import { RECOVERY, type Health, type MayFail } from './judge/health.js';
import type { Machine } from './machine.js';

/** What excuses are found in. */
export interface ExcusesParts {
  readonly health: Pick<Health, 'wasIllSince'>;
  readonly machine: Pick<Machine, 'withheldSince' | 'withheldFrom'>;
  readonly chronicle: Pick<Chronicle, 'now'>;
}

/** For so long an agency may get no processor and still be expected to answer in time. Unit: milliseconds. */
const HINDERED = 1_000;

/** Knows which agencies had a reason to fail, and when. */
export class Excuses {
  constructor(private readonly parts: ExcusesParts) {}

  /**
   * Who may fail in the answer to a request: who was ill since it began or shortly before, and whom the machine kept from
   * its work, which is counted.
   *
   * @param began on the clock of `performance.now()`
   */
  since(began: number): MayFail {
    const { health, machine, chronicle } = this.parts;
    const before = began - RECOVERY;
    return (agency) => {
      if (health.wasIllSince(agency, before - machine.withheldSince(before))) return true;
      const wasHindered = machine.withheldFrom(agency, before) > HINDERED;
      if (wasHindered) chronicle.now.hindered += 1;
      return wasHindered;
    };
  }
}
