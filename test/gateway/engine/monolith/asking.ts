import type { DocumentNode } from 'graphql';

/** One operation with its variables. */
export interface Asking {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}
