import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/**
 * Puts the keys by which a subgraph can be entered before those by which it cannot.
 *
 * The planner takes the first key of a type for its entry, whether or not it is declared `resolvable: false`.
 */
export function entryKeysFirst(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((each) =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? { ...each, directives: each.directives?.toSorted((a, b) => rank(a) - rank(b)) }
        : each,
    ),
  };
}

function rank({ name, arguments: given = [] }: ConstDirectiveNode): number {
  if (name.value !== 'join__type') return 0;
  const resolvable = given.find((each) => each.name.value === 'resolvable')?.value;
  return resolvable?.kind === Kind.BOOLEAN && !resolvable.value ? 1 : 0;
}
