import {
  isAbstractType,
  isCompositeType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What an operation asks of one place in the answer. */
export interface Selection {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly sets: readonly SelectionSetNode[];
}

/** One key of the answer, and what is asked below it. */
export interface SelectedField {
  readonly key: string;
  readonly name: string;
  /** The type that declares the field. */
  readonly parent: GraphQLCompositeType;
  /** Nothing for `__typename`, which every type has. */
  readonly field?: GraphQLField<unknown, unknown>;
  /** Whether the key is in every answer: no condition and no other type can leave it out. */
  readonly isCertain: boolean;
  readonly inner: Selection;
}

/** The root of a document's operation of a name, or of its first one. */
export function selectionOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  name?: string | null,
): { readonly type: GraphQLCompositeType; readonly selection: Selection } {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find((each) => !name || each.name?.value === name);
  const type = operation && schema.getRootType(operation.operation);
  if (!type) throw new Error('The document has no operation that the schema knows.');
  const fragments = new Map(
    definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  return { type, selection: { schema, fragments, sets: [operation.selectionSet] } };
}

/** The keys that an object of a type answers; a key that is asked for several times is one, with all that is below. */
export function selectedFields(type: GraphQLCompositeType, selection: Selection): Iterable<SelectedField> {
  const found = new Map<string, SelectedField>();
  const place = { type, isCertain: true };
  for (const { node, at } of selection.sets.flatMap((set) => [...fieldsIn(set, place, selection)])) {
    const key = node.alias?.value ?? node.name.value;
    const known = found.get(key);
    const sets = [...(known?.inner.sets ?? []), ...(node.selectionSet ? [node.selectionSet] : [])];
    const isCertain = Boolean(known?.isCertain) || (at.isCertain && isUnconditional(node));
    found.set(key, { ...described(node, at.type), key, isCertain, inner: { ...selection, sets } });
  }
  return found.values();
}

function described({ name }: FieldNode, parent: GraphQLCompositeType) {
  const field = 'getFields' in parent ? parent.getFields()[name.value] : undefined;
  return { name: name.value, parent, field };
}

/** A place among fragments: the type they narrow it to, and whether every object comes there. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly isCertain: boolean;
}

interface FieldAt {
  readonly node: FieldNode;
  readonly at: Place;
}

function* fieldsIn(set: SelectionSetNode, at: Place, selection: Selection): Iterable<FieldAt> {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      yield { node, at };
      continue;
    }
    const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : selection.fragments.get(node.name.value);
    const place = fragment && narrowed(at, fragment, selection.schema);
    const isCertain = Boolean(place?.isCertain) && isUnconditional(node);
    if (fragment && place) yield* fieldsIn(fragment.selectionSet, { ...place, isCertain }, selection);
  }
}

function isUnconditional({ directives }: SelectionNode): boolean {
  return !directives?.length;
}

/** The place within a fragment; `null` where no object of the type comes there. */
function narrowed(
  { type, isCertain }: Place,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  schema: GraphQLSchema,
): Place | null {
  const condition = typeCondition ? typeFromAST(schema, typeCondition) : type;
  if (!isCompositeType(condition)) return null;
  if (condition === type) return { type, isCertain };
  if (isAbstractType(type)) return { type: condition, isCertain: false };
  return isAbstractType(condition) && schema.isSubType(condition, type) ? { type, isCertain } : null;
}
