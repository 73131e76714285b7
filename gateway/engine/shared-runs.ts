import { Changes, InFlight } from '../in-flight.js';
import type { Completed } from './complete/complete.js';
import type { EngineRequest } from './engine.js';
import type { Operation } from './operation.js';

/** What is to be run, and for whom. */
export interface Wanted {
  readonly operation: Operation;
  readonly request: EngineRequest;
}

/** What the operations of all clients of this process change, by whichever engine and in however many parts. */
export const CLIENT_CHANGES = new Changes();

/** Runs it; `close` is to be called when its first fetch is over. */
type Run = (signal: AbortSignal, close?: () => void) => Promise<Completed>;

/**
 * Runs equal operations of equal callers once, as long as no fetch of the first one is over: from there on all their
 * fetches would be equal and in flight at the same time. Whoever comes later reads anew.
 */
export class SharedRuns {
  private readonly inFlight = new InFlight<Completed>(CLIENT_CHANGES);
  private readonly names = new WeakMap<Operation, number>();
  private named = 0;

  /** @param isOn whether equal fetches are shared at all */
  constructor(private readonly isOn: boolean) {}

  /** The outcome of a run. */
  run({ operation, request }: Wanted, run: Run): Promise<Completed> {
    const { caller, signal, watch } = request;
    if (operation.kind !== 'query') return CLIENT_CHANGES.during(() => run(signal));
    if (!this.isOn || watch) return run(signal);
    const key = `${this.nameOf(operation)} ${JSON.stringify(request.variables)}`;
    return this.inFlight.join({ caller, key, signal, begin: run });
  }

  private nameOf(operation: Operation): number {
    const known = this.names.get(operation);
    if (known !== undefined) return known;
    this.named += 1;
    this.names.set(operation, this.named);
    return this.named;
  }
}
