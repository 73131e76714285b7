import { Kind, type FieldNode, type SelectionNode } from 'graphql';

/** The key under which a field is answered. */
export function keyOf({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** The fields among some nodes, in fragments too. */
export function fieldsIn(nodes: readonly SelectionNode[]): readonly FieldNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsIn(node.selectionSet.selections) : [];
  });
}
