import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { composeSupergraph, type PublishedSubgraph } from '../../schema/registry/compose.js';

/** The supergraph of subgraphs, each at an address. Composing takes most of a test's time, so it is done once. */
export function supergraphOf(subgraphs: readonly LocalSubgraph[], urlOf: (name: string) => string): string {
  const key = subgraphs.map(({ name, sdl }) => name + sdl).join();
  const supergraph = composed.get(key) ?? composeSupergraph(subgraphs.map(withPlaceholder)).supergraphSdl;
  composed.set(key, supergraph);
  return supergraph.replaceAll(/http:\/\/(\w+)\.invalid/g, (_, name: string) => urlOf(name));
}

const composed = new Map<string, string>();

function withPlaceholder({ name, sdl }: LocalSubgraph): PublishedSubgraph {
  return { name, sdl, url: `http://${name}.invalid/graphql` };
}
