import type { SubgraphReading } from './subgraph.js';
import { Kind, parse, type SelectionNode, type SelectionSetNode, type TypeNode as Reference } from 'graphql';

/** The coordinates that a field set such as `unit { code }` on a type names; none where it does not parse. */
export function coordinatesIn(fields: string, type: string, reading: SubgraphReading): readonly string[] {
  const set = parsed(fields);
  return set ? walked(set, type, reading) : [];
}

/** A field set in one spelling, to be compared; `null` where it does not parse. */
export function normalised(fields: string): string | null {
  const set = parsed(fields);
  return set && spelled(set);
}

/** The names of the fields at the top of a field set. */
export function topFieldsOf(fields: string): readonly string[] {
  return (parsed(fields)?.selections ?? []).flatMap((each) =>
    each.kind === Kind.FIELD ? [each.name.value] : [],
  );
}

function parsed(fields: string): SelectionSetNode | null {
  const bare = fields.trim().replace(/^\{([\s\S]*)\}$/, '$1');
  try {
    const [operation] = parse(`{${bare}}`, { noLocation: true, maxTokens: 2_000 }).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : null;
  } catch {
    return null;
  }
}

function walked({ selections }: SelectionSetNode, type: string, reading: SubgraphReading): readonly string[] {
  return selections.flatMap((each) => walkedAt(each, type, reading));
}

function walkedAt(selection: SelectionNode, type: string, reading: SubgraphReading): readonly string[] {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
  if (selection.kind === Kind.INLINE_FRAGMENT)
    return walked(selection.selectionSet, selection.typeCondition?.name.value ?? type, reading);
  const name = selection.name.value;
  if (name === '__typename') return [];
  const node = reading.types.get(type)?.members.get(name)?.node;
  const below = node && 'type' in node ? namedIn(node.type) : undefined;
  const rest = selection.selectionSet && below ? walked(selection.selectionSet, below, reading) : [];
  return [`${type}.${name}`, ...rest];
}

/** The named type of a type reference. */
export function namedIn(type: Reference): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}

function spelled({ selections }: SelectionSetNode): string {
  return selections.map(spelledAt).toSorted().join(' ');
}

function spelledAt(selection: SelectionNode): string {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return `...${selection.name.value}`;
  const head =
    selection.kind === Kind.FIELD
      ? selection.name.value
      : `... on ${selection.typeCondition?.name.value ?? ''}`;
  return selection.selectionSet ? `${head} { ${spelled(selection.selectionSet)} }` : head;
}
