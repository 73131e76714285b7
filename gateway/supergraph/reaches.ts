import { HUB_SUBGRAPH } from '../../schema/contract/hub-fields.js';
import type { Logger } from '../../schema/contract/log.js';
import { hubReach } from '../hub-fields/reach.js';
import { careful, type Reach, type ReachTo, type SubgraphPlace } from '../reach/reach.js';
import type { SupergraphFacts } from './facts.js';
import type { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';

/** The ways to all subgraphs of a supergraph. */
export interface Reaches {
  /** The way to the subgraph of a name. */
  of(name: string): Reach;
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
 * Finds the way to every subgraph that a supergraph names; the hub's own one leads back into the gateway.
 *
 * @throws HubError INVALID_SETTING when a subgraph has no address that the reach can use.
 */
export function reachesFor(supergraph: Supergraph, { reach, ...parts }: ReachesOptions): Reaches {
  const reachOf = (name: string): Reach => {
    const found = ways.get(name);
    if (!found) throw new Error(`The supergraph names no subgraph ${name}.`);
    return found;
  };
  const places = placesIn(supergraph);
  const others = places.filter((place) => !isOwn(place));
  const outward = new Map(others.map((place) => [place.name, careful(reach(place), place.name)]));
  const ways = new Map(outward);
  for (const { name, schema } of places.filter(isOwn))
    ways.set(name, hubReach({ ...parts, schema, reachOf }));
  return {
    of: reachOf,
    outward,
    close: async () => void (await Promise.all([...ways.values()].map((way) => way.close()))),
  };
}

function isOwn({ url }: SubgraphPlace): boolean {
  return url === HUB_SUBGRAPH.url;
}

function placesIn(supergraph: Supergraph): readonly SubgraphPlace[] {
  return supergraph.subgraphsMetadata().map(({ name, url }) => ({
    name,
    url,
    get schema() {
      return partOf(supergraph, name);
    },
  }));
}

function partOf(supergraph: Supergraph, name: string): GraphQLSchema {
  const part = supergraph.subgraphs().get(name);
  if (!part) throw new Error(`The supergraph names a subgraph ${name} and gives it nothing to answer.`);
  return part.schema.toGraphQLJSSchema();
}
