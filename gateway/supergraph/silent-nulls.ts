import { failed } from '../reach/failures.js';
import { selectedFields, selectionOf, type SelectedField } from '../reach/selection.js';
import type { SupergraphFacts } from './facts.js';
import { getNamedType, GraphQLError, isCompositeType, type DocumentNode, type GraphQLSchema } from 'graphql';

type Path = readonly (string | number)[];

/** Where a null that nobody explained stands. */
export interface SilentNull {
  readonly path: Path;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
}

/**
 * The error for a null that the gateway had to make because a subgraph left out what its schema promises, or because a
 * record that one subgraph refers to does not exist in the one that owns it.
 */
export function silentNullError({ facts, ...place }: SilentNull): GraphQLError {
  const { path } = place;
  const field = fieldAt(place);
  const [owner] = field ? facts.fieldOwners(field.parent.name, field.name) : [];
  if (owner === undefined) return new GraphQLError('A null that no subgraph explains.', { path });
  const { message, extensions } = failed(owner);
  return new GraphQLError(message, { path, extensions });
}

/** The field that a path of the answer leads to. */
function fieldAt({
  path,
  document,
  operationName,
  schema,
}: Omit<SilentNull, 'facts'>): SelectedField | undefined {
  const keys = path.filter((step) => typeof step === 'string');
  let { type, selection } = selectionOf(schema, document, operationName);
  let found: SelectedField | undefined;
  for (const wanted of keys) {
    found = [...selectedFields(type, selection)].find(({ key }) => key === wanted);
    const next = found?.field && getNamedType(found.field.type);
    if (!found || !isCompositeType(next)) return found;
    [type, selection] = [next, found.inner];
  }
  return found;
}
