import type { Logger } from '../../schema/contract/log.js';
import { Breaker, type CircuitState } from './breaker.js';
import type { SubgraphPlace } from './reach.js';
import type { ReachSettings } from './settings.js';
import { Tally } from './tally.js';
import { hash } from 'node:crypto';

/** A change of the state of a subgraph's circuit. */
export interface CircuitChange {
  readonly subgraph: string;
  readonly state: CircuitState;
}

/** Told of every change of a circuit. */
export type CircuitObserver = (change: CircuitChange) => void;

/** What other gateways before the same subgraphs say of their circuits; each circuit has a name that is no address. */
export interface CircuitNews {
  /** Tells the others that a circuit opened. */
  tell(circuit: string): void;
  /** Has a listener told of circuits that opened at other gateways, and perhaps at this one. */
  listen(listener: (circuit: string) => void): void;
}

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
  /** Unless given, a gateway learns of each subgraph for itself. */
  readonly circuitNews?: CircuitNews;
}

/**
 * The circuits of all subgraphs. They outlast the supergraph that named them: a newer one finds a subgraph as it is,
 * unless its address is another.
 *
 * A subgraph that is well here is left alone for a while, too, when another gateway leaves it alone; but each gateway
 * finds out for itself how it goes on, so that one with a bad way to a subgraph does not cut it off from all others.
 */
export class Circuits {
  private readonly byName = new Map<string, NamedCircuit>();

  /** @param now a clock that never goes back; tests set it. Unit: milliseconds. */
  constructor(
    private readonly options: CircuitsOptions,
    private readonly now: () => number = () => performance.now(),
  ) {
    options.circuitNews?.listen((circuit) => this.hear(circuit));
  }

  /** The circuit of a subgraph. */
  of(place: SubgraphPlace): Circuit {
    const known = this.byName.get(place.name);
    const id = idOf(place);
    if (known?.id === id) return known;
    const made = { id, ...this.make(place.name, id) };
    this.byName.set(place.name, made);
    return made;
  }

  private hear(circuit: string): void {
    for (const { id, breaker } of this.byName.values())
      if (id === circuit && breaker.state === 'closed') breaker.open();
  }

  private make(subgraph: string, id: string): Circuit {
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
      onTripped: () => this.options.circuitNews?.tell(id),
    });
    return { tally, breaker };
  }

  private tell(change: CircuitChange): void {
    const { log, onCircuit } = this.options;
    log[change.state === 'open' ? 'warn' : 'info'](change, 'the circuit of a subgraph changed');
    onCircuit?.(change);
  }
}

interface NamedCircuit extends Circuit {
  readonly id: string;
}

/** A subgraph's name and address, without telling either. */
function idOf({ name, url }: SubgraphPlace): string {
  return hash('sha256', JSON.stringify([name, url]), 'base64url');
}
