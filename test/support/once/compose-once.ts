import { supergraphOf, type PublishedSubgraph } from '../../../schema/registry/compose.js';

/** The supergraphs that were composed in this worker, by what they were composed of. */
const composed = new Map<string, string>();

/** The supergraph of these subgraphs, composed once for all files of a worker: that takes most of a small test's time. */
export function composeOnce(subgraphs: readonly PublishedSubgraph[]): string {
  const key = JSON.stringify(subgraphs.map(({ name, url, sdl }) => [name, url, sdl]));
  const supergraph = composed.get(key) ?? supergraphOf(subgraphs).supergraphSdl;
  composed.set(key, supergraph);
  return supergraph;
}
