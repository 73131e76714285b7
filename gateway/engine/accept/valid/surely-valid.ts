import { AnswerKeys } from './answer-keys.js';
import type { SchemaFacts } from './schema-facts.js';
import { Values } from './values.js';
import {
  DirectiveLocation,
  doTypesOverlap,
  isCompositeType,
  Kind,
  OperationTypeNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type InlineFragmentNode,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Selections that are looked at, fragments wherever they are used. Unit: selections. */
const MAX_SELECTIONS = 2_000;

/**
 * Whether a document is surely valid; of one that is not, it is not known. It takes a twentieth of the time of a full
 * validation, and knows what is common: one query or mutation, with fragments, whose fields do not overlap but in what
 * is plainly the same.
 */
export function isSurelyValid(document: DocumentNode, facts: SchemaFacts): boolean {
  const parts = partsOf(document);
  return parts !== null && new Check(facts, parts.fragments).operation(parts.operation);
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Parts {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
}

/** Nothing unless a document has one operation, and fragments of different names. */
function partsOf({ definitions }: DocumentNode): Parts | null {
  const [operation, ...others] = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation || others.length > 0) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  return fragments.size + 1 === definitions.length ? { operation, fragments } : null;
}

/** What is selected from, and the keys of the answer there. */
interface Place {
  readonly type: GraphQLCompositeType;
  readonly keys: AnswerKeys;
}

class Check {
  private readonly values: Values;
  private readonly used = new Set<string>();
  /** Fragments that are being looked at. */
  private readonly open = new Set<string>();
  private left = MAX_SELECTIONS;

  constructor(
    private readonly facts: SchemaFacts,
    private readonly fragments: Fragments,
  ) {
    this.values = new Values(facts.schema);
  }

  operation({
    operation,
    directives,
    variableDefinitions = [],
    selectionSet,
  }: OperationDefinitionNode): boolean {
    const type = this.facts.schema.getRootType(operation);
    if (!type || operation === OperationTypeNode.SUBSCRIPTION || directives?.length) return false;
    return (
      this.values.areDeclared(variableDefinitions) &&
      this.selections(selectionSet, { type, keys: new AnswerKeys() }) &&
      this.values.areAllUsed() &&
      this.used.size === this.fragments.size
    );
  }

  private selections({ selections }: SelectionSetNode, place: Place): boolean {
    this.left -= selections.length;
    return this.left >= 0 && selections.every((each) => this.selection(each, place));
  }

  private selection(node: SelectionNode, place: Place): boolean {
    if (node.kind === Kind.FIELD) return this.field(node, place);
    return node.kind === Kind.INLINE_FRAGMENT ? this.inline(node, place) : this.spread(node, place);
  }

  private field(node: FieldNode, { type, keys }: Place): boolean {
    const field = this.facts.field(type, node.name.value);
    if (!field || !field.below !== !node.selectionSet) return false;
    const below = keys.add(node, field);
    return (
      below !== null &&
      this.values.areArguments(node.arguments ?? [], field.args) &&
      this.directives(node.directives, DirectiveLocation.FIELD) &&
      (!field.below ||
        !node.selectionSet ||
        this.selections(node.selectionSet, { type: field.below, keys: below }))
    );
  }

  private inline({ typeCondition, directives, selectionSet }: InlineFragmentNode, place: Place): boolean {
    return (
      this.directives(directives, DirectiveLocation.INLINE_FRAGMENT) &&
      this.narrowed(typeCondition, selectionSet, place)
    );
  }

  private spread({ name: { value: name }, directives }: FragmentSpreadNode, place: Place): boolean {
    const fragment = this.fragments.get(name);
    if (!fragment || this.open.has(name) || fragment.directives?.length) return false;
    this.used.add(name);
    this.open.add(name);
    const isValid =
      this.directives(directives, DirectiveLocation.FRAGMENT_SPREAD) &&
      this.narrowed(fragment.typeCondition, fragment.selectionSet, place);
    this.open.delete(name);
    return isValid;
  }

  private narrowed(condition: NamedTypeNode | undefined, set: SelectionSetNode, place: Place): boolean {
    if (!condition) return this.selections(set, place);
    const { schema } = this.facts;
    const type = schema.getType(condition.name.value);
    if (!isCompositeType(type) || !doTypesOverlap(schema, place.type, type)) return false;
    return this.selections(set, { type, keys: place.keys });
  }

  private directives(given: readonly DirectiveNode[] = [], location: DirectiveLocation): boolean {
    return (
      given.length === 0 || (areDistinct(given) && given.every((each) => this.directive(each, location)))
    );
  }

  private directive({ name, arguments: given = [] }: DirectiveNode, location: DirectiveLocation): boolean {
    const known = this.facts.directive(name.value);
    return (
      known !== undefined && known.locations.includes(location) && this.values.areArguments(given, known.args)
    );
  }
}

function areDistinct(directives: readonly DirectiveNode[]): boolean {
  return new Set(directives.map(({ name }) => name.value)).size === directives.length;
}
