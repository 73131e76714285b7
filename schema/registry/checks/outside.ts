import type { SupergraphReading } from '../reading/supergraph.js';
import {
  getNamedType,
  isCompositeType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
} from 'graphql';

/** The types with fields that clients can reach without passing anything that has a tag; all, where none is named. */
export function recordsOutside(
  tag: string | undefined,
  { api, tags }: SupergraphReading,
): ReadonlySet<string> {
  const isTagged = (coordinate: string) => tag !== undefined && tags.get(coordinate)?.has(tag) === true;
  const found = new Set<string>();
  const open: GraphQLNamedType[] = [
    api.getQueryType(),
    api.getMutationType(),
    api.getSubscriptionType(),
  ].filter((type) => type != null);
  for (let type = open.pop(); type; type = open.pop()) {
    if (!isCompositeType(type) || found.has(type.name) || isTagged(type.name)) continue;
    found.add(type.name);
    if (isAbstractType(type)) open.push(...api.getPossibleTypes(type));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields()))
      if (!isTagged(`${type.name}.${field.name}`)) open.push(getNamedType(field.type));
  }
  return found;
}
