import { Kind, visit, type DocumentNode } from 'graphql';

/** The labels of progressive `@override` that a supergraph knows, in a fixed order. */
export function overrideLabelsIn(supergraph: DocumentNode): readonly string[] {
  const labels = new Set<string>();
  visit(supergraph, {
    Argument({ name, value }) {
      if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
    },
  });
  return [...labels].toSorted();
}
