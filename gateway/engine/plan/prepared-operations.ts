import type { Operation } from '../operation.js';
import type { DecideOverrides } from './overrides.js';
import type { Prepare, Prepared } from './prepare.js';
import { Waiters, type Waiter } from './waiters.js';

/** What operations are prepared with. */
export interface PreparedOperationsParts {
  readonly prepare: Prepare;
  readonly decideOverrides: DecideOverrides;
}

/** An operation that is being prepared, and who waits for it. */
interface Preparing {
  readonly made: Promise<Prepared>;
  readonly waiters: Waiters;
}

/** Ways in which one operation is prepared, or is being prepared, by the labels of overrides that hold. */
type PreparedByLabels = Map<string, Prepared | Preparing>;

/** Ways in which an operation is prepared that are kept. Unit: ways. */
const MAX_PREPARED = 32;

/** Operations that are ready to be run, each prepared once for all who want it. */
export class PreparedOperations {
  private readonly prepared = new WeakMap<Operation, PreparedByLabels>();

  constructor(private readonly parts: PreparedOperationsParts) {}

  /** The operation ready to be run. @throws HubError as {@link Prepare} does. */
  of(operation: Operation, waiter: Waiter): Prepared | Promise<Prepared> {
    const overrides = this.parts.decideOverrides();
    const key = [...overrides].join();
    const known: PreparedByLabels = this.prepared.get(operation) ?? new Map();
    const ready = known.get(key);
    if (ready && !('waiters' in ready)) return ready;
    if (ready?.waiters.join(waiter)) return ready.made;
    if (known.size >= MAX_PREPARED) known.clear();
    const waiters = new Waiters(waiter);
    const made = this.parts.prepare(operation, overrides, waiters);
    this.prepared.set(operation, known);
    if (made instanceof Promise) settle(known, key, { made, waiters });
    else known.set(key, made);
    return made;
  }
}

/** Notes what is under way, and puts its outcome in its place; a failure is forgotten, since it need not last. */
function settle(known: PreparedByLabels, key: string, preparing: Preparing): void {
  known.set(key, preparing);
  const isThere = (): boolean => known.get(key) === preparing;
  preparing.made.then(
    (value) => isThere() && known.set(key, value),
    () => isThere() && known.delete(key),
  );
}
