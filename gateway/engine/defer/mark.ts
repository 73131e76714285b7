import { Kind, type DocumentNode } from 'graphql';

/** Marks an operation of which something is deferred, so that its plan tells where subgraphs can be asked anew. */
export const DEFERRING = '@defer';

/** An operation without its mark, and whether it had one. */
export function unmarked(document: DocumentNode): {
  readonly operation: DocumentNode;
  readonly isDeferring: boolean;
} {
  const isDeferring = document.definitions.some(
    (each) => each.kind === Kind.OPERATION_DEFINITION && each.directives?.some(isMark),
  );
  if (!isDeferring) return { operation: document, isDeferring };
  const definitions = document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? { ...each, directives: [] } : each,
  );
  return { operation: { ...document, definitions }, isDeferring };
}

function isMark({ name }: { readonly name: { readonly value: string } }): boolean {
  return `@${name.value}` === DEFERRING;
}
