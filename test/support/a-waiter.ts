import { Waiters, type Waiter } from '../../gateway/engine/plan/waiters.js';
import { callerWith } from '../../schema/contract/caller.js';

/** One who waits for a plan, and can leave. */
export function aWaiter(name = 'Lan'): Waiter & { leave(): void } {
  const control = new AbortController();
  const caller = callerWith({ sub: name });
  return { caller, signal: control.signal, leave: () => control.abort() };
}

/** One alone who waits for a plan, and does not leave. */
export function waiting(name?: string): Waiters {
  return new Waiters(aWaiter(name));
}
