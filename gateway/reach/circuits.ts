import type { Logger } from '../../schema/contract/log.js';
import { Breaker, type CircuitState } from './breaker.js';
import type { SubgraphPlace } from './reach.js';
import type { ReachSettings } from './settings.js';
import { Tally } from './tally.js';

/** A change of the state of a subgraph's circuit. */
export interface CircuitChange {
  readonly subgraph: string;
  readonly state: CircuitState;
}

/** Told of every change of a circuit. */
export type CircuitObserver = (change: CircuitChange) => void;

/** What is known of how a subgraph has been lately. */
export interface Circuit {
  readonly breaker: Breaker;
  readonly tally: Tally;
}

/** What circuits are made with. */
export interface CircuitsOptions {
  readonly settings: ReachSettings;
  readonly log: Logger;
  readonly onCircuit?: CircuitObserver;
}

/**
 * The circuits of all subgraphs. They outlast the supergraph that named them: a newer one finds a subgraph as it is,
 * unless its address is another.
 */
export class Circuits {
  private readonly byName = new Map<string, Circuit & { readonly url: string }>();

  /** @param now a clock that never goes back; tests set it. Unit: milliseconds. */
  constructor(
    private readonly options: CircuitsOptions,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The circuit of a subgraph. */
  of({ name, url }: SubgraphPlace): Circuit {
    const known = this.byName.get(name);
    if (known?.url === url) return known;
    const made = { url, ...this.make(name) };
    this.byName.set(name, made);
    return made;
  }

  private make(subgraph: string): Circuit {
    const { settings } = this.options;
    const { now } = this;
    const tally = new Tally(settings.SUBGRAPH_BREAKER_WINDOW_MS, now);
    const breaker = new Breaker({
      tally,
      now,
      share: settings.SUBGRAPH_BREAKER_PERCENT,
      minimum: settings.SUBGRAPH_BREAKER_MINIMUM,
      openFor: settings.SUBGRAPH_BREAKER_OPEN_MS,
      onChange: (state) => this.tell({ subgraph, state }),
    });
    return { tally, breaker };
  }

  private tell(change: CircuitChange): void {
    const { log, onCircuit } = this.options;
    log[change.state === 'open' ? 'warn' : 'info'](change, 'the circuit of a subgraph changed');
    onCircuit?.(change);
  }
}
