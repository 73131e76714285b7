import { EVERY_ELEMENT } from './supergraph/entity-index.js';
import type { GraphQLFormattedError } from 'graphql';

/**
 * An error of the engine in the words of the hub, before it is dressed for the client: the path ends at the list whose
 * elements all lack the same, and Apollo's own name for the subgraph goes, since `agency` says it.
 */
export function withoutEngineWords({
  path,
  extensions = {},
  ...error
}: GraphQLFormattedError): GraphQLFormattedError {
  const { serviceName: _, ...kept } = extensions;
  return { ...error, ...(path && { path: upToList(path) }), extensions: kept };
}

function upToList(path: readonly (string | number)[]): readonly (string | number)[] {
  const end = path.indexOf(EVERY_ELEMENT);
  return end < 0 ? path : path.slice(0, end);
}
