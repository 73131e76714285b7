import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import type { PublishedSubgraph } from '../../schema/registry/compose.js';
import { composeOnce } from './once/compose-once.js';

/** The supergraph of subgraphs, each at an address. */
export function supergraphOf(subgraphs: readonly LocalSubgraph[], urlOf: (name: string) => string): string {
  const supergraph = composeOnce(subgraphs.map(withPlaceholder));
  return supergraph.replaceAll(/http:\/\/(\w+)\.invalid/g, (_, name: string) => urlOf(name));
}

function withPlaceholder({ name, sdl }: LocalSubgraph): PublishedSubgraph {
  return { name, sdl, url: `http://${name}.invalid/graphql` };
}
