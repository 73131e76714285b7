import { CutOffError, type TimeLimit } from './protocol.js';
import { createContext, Script } from 'node:vm';

const box = createContext({ work: (): unknown => undefined });
const script = new Script('work()');

/** What of a processor a thread gets at least where the machine is not too busy. */
const FAIR_SHARE = 0.5;

/**
 * Does work that answers at once, and cuts it off wherever it is when its time is over; the thread goes on. Where the
 * machine was too busy, it is begun again with twice the time.
 *
 * @throws CutOffError when the time is over; whatever the work throws.
 */
export function withinTime<Result>(work: () => Result, { milliseconds, attempts }: TimeLimit): Result {
  const before = process.threadCpuUsage();
  box['work'] = work;
  try {
    return script.runInContext(box, { timeout: milliseconds }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    if (attempts === 1 || workedSince(before) > milliseconds * FAIR_SHARE)
      throw new CutOffError(milliseconds);
    return withinTime(work, { milliseconds: milliseconds * 2, attempts: attempts - 1 });
  } finally {
    delete box['work'];
  }
}

/** Time for which this thread had a processor. Unit: milliseconds. */
function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
