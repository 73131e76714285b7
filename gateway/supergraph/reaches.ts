import type { Logger } from '../../schema/contract/log.js';
import { hubReach } from '../hub-fields/reach.js';
import { careful, type Reach, type ReachTo } from '../reach/reach.js';
import type { SupergraphFacts } from './facts.js';
import type { SubgraphReading } from './reading.js';
import { buildSchema } from 'graphql';

/** The text was printed from a schema that was checked. */
const VALID = { assumeValid: true, assumeValidSDL: true };

/** The ways to all subgraphs of a supergraph. */
export interface Reaches {
  /** The way to the subgraph of a name. */
  of(name: string): Reach;
  /** The address of the subgraph of a name, as the supergraph states it. */
  addressOf(name: string): string | undefined;
  /** The ways that lead out of the gateway, by the names of subgraphs. */
  readonly outward: ReadonlyMap<string, Reach>;
  /** Lets go of all connections. */
  close(): Promise<void>;
}

/** How the ways are made. */
export interface ReachesOptions {
  readonly reach: ReachTo;
  readonly facts: SupergraphFacts;
  readonly log: Logger;
  /** Distinct fetches whose parsed form is kept for the hub's own fields. Unit: fetches. */
  readonly maxPrepared: number;
}

/**
 * Finds the way to each subgraph; the hub's own one leads back into the gateway.
 *
 * @throws HubError INVALID_SETTING when a subgraph has no address that the reach can use.
 */
export function reachesFor(
  subgraphs: readonly SubgraphReading[],
  { reach, ...parts }: ReachesOptions,
): Reaches {
  const reachOf = (name: string): Reach => {
    const found = ways.get(name);
    if (!found) throw new Error(`The supergraph names no subgraph ${name}.`);
    return found;
  };
  const others = subgraphs.filter(({ sdl }) => sdl === undefined);
  const outward = outwardFor(others, reach);
  const addresses = new Map(subgraphs.map(({ name, url }) => [name, url]));
  const ways = new Map(outward);
  for (const { name, sdl } of subgraphs)
    if (sdl !== undefined) ways.set(name, hubReach({ ...parts, schema: buildSchema(sdl, VALID), reachOf }));
  return {
    of: reachOf,
    addressOf: (name) => addresses.get(name),
    outward,
    close: async () => void (await Promise.all([...ways.values()].map((way) => way.close()))),
  };
}

/** When one of them has no way, those before it are let go of. */
function outwardFor(subgraphs: readonly SubgraphReading[], reach: ReachTo): ReadonlyMap<string, Reach> {
  const outward = new Map<string, Reach>();
  try {
    for (const { name, url } of subgraphs) outward.set(name, careful(reach({ name, url }), name));
    return outward;
  } catch (error) {
    for (const way of outward.values()) void way.close();
    throw error;
  }
}
