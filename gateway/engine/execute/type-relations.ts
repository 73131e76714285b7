import { isTypeDefinitionNode, Kind, type DocumentNode, type NamedTypeNode } from 'graphql';

/** Which types are of which, in the whole supergraph, also where clients do not see them. */
export interface TypeRelations {
  /** Whether every object of the one type is of the other. */
  isOf(type: string, other: string): boolean;
  /** Whether the supergraph has the type. */
  isKnown(type: string): boolean;
  /** Whether objects name the type as their own. */
  isObject(type: string): boolean;
}

/** Reads the relations of types from a supergraph. */
export function typeRelations({ definitions }: DocumentNode): TypeRelations {
  const above = new Map<string, Set<string>>();
  const known = new Set<string>();
  const objects = new Set<string>();
  const relate = (
    type: NamedTypeNode | { readonly name: { readonly value: string } },
    other: string,
  ): void => {
    const { value } = type.name;
    above.set(value, (above.get(value) ?? new Set()).add(other));
  };
  for (const each of definitions) {
    if (isTypeDefinitionNode(each)) known.add(each.name.value);
    if (each.kind === Kind.UNION_TYPE_DEFINITION)
      for (const member of each.types ?? []) relate(member, each.name.value);
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    if (each.kind === Kind.OBJECT_TYPE_DEFINITION) objects.add(each.name.value);
    for (const { name } of each.interfaces ?? []) relate(each, name.value);
  }
  return {
    isOf: (type, other) => type === other || (above.get(type)?.has(other) ?? false),
    isKnown: (type) => known.has(type),
    isObject: (type) => objects.has(type),
  };
}
