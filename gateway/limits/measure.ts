import type { CostRules, FieldCost } from './cost-rules.js';
import { shapeOf } from './field-shape.js';
import { ALL_TYPES, INTROSPECTION_OBJECTS_PER_COST, type IntrospectionLists } from './introspection.js';
import {
  addSizeVariables,
  rowsOf,
  type FieldUse,
  type PageSizes,
  type PendingRows,
  type Rows,
} from './rows.js';
import { addBelow, addBeside, countable, emptySize, type Size, type Tally } from './size.js';
import { InputWeights } from './weights.js';
import {
  introspectionTypes,
  isCompositeType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the size of an operation depends on. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly pages: PageSizes;
  readonly introspection: IntrospectionLists;
  readonly rules: CostRules;
}

/** Cost of one introspection field at the top, apart from what is below it. Unit: objects. */
const INTROSPECTION_COST = 100;
/** Lists through which introspection goes from a type to further types. */
const INTROSPECTION_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);
/** Lists of the parts of a type. */
const PARTS_OF_A_TYPE = new Set(['fields', 'args', 'inputFields', 'enumValues']);
const INTROSPECTION_FIELDS: ReadonlyMap<string, GraphQLField<unknown, unknown>> = new Map([
  ['__schema', SchemaMetaFieldDef],
  ['__type', TypeMetaFieldDef],
]);

const INTROSPECTION_TYPES: ReadonlySet<string> = new Set(introspectionTypes.map(({ name }) => name));

const NOTHING: Size = emptySize();

/** A place in the operation. */
interface Place {
  readonly type?: GraphQLNamedType;
  /** What the lists below a paged field will have; nothing elsewhere. */
  readonly pending?: PendingRows;
  /** Whether every type of the schema comes here once, so that lists are as long as they are on average. */
  readonly isOfAllTypes?: boolean;
}

/**
 * Measures one operation before it is validated, so that nothing dearer than this has been done by then.
 *
 * Each fragment is measured once for each kind of place it stands at, so fragments of fragments take no more time than
 * their text is long. A fragment that contains itself counts nothing there; validation refuses it later.
 */
export class OperationMeasure {
  private readonly measured = new Map<string, Size>();
  private readonly variables = new Set<string>();
  private readonly inputs: InputWeights;

  constructor(private readonly surroundings: Surroundings) {
    this.inputs = new InputWeights(surroundings.rules, surroundings.pages.variables);
  }

  /** The variables that decide how many rows there are in what was measured, whatever their values, in a fixed order. */
  get sizeVariables(): readonly string[] {
    return [...this.variables].toSorted();
  }

  /** The size of a selection at a place. */
  sizeOf({ selections }: SelectionSetNode, place: Place): Size {
    const size = emptySize();
    for (const each of selections) this.count(each, place, size);
    return size;
  }

  private count(node: SelectionNode, place: Place, size: Tally): void {
    size.directives += node.directives?.length ?? 0;
    if (node.kind === Kind.FIELD) return this.countField(node, place, size);
    const part =
      node.kind === Kind.FRAGMENT_SPREAD
        ? this.sizeOfSpread(node.name.value, place)
        : this.sizeOf(node.selectionSet, this.narrowed(place, node.typeCondition));
    return addBeside(size, part);
  }

  private sizeOfSpread(name: string, place: Place): Size {
    const key = `${name} ${place.pending?.rows} ${place.pending?.lists?.join()} ${place.isOfAllTypes}`;
    const known = this.measured.get(key);
    const fragment = this.surroundings.fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    this.measured.set(key, NOTHING);
    const inner = this.sizeOf(fragment.selectionSet, this.narrowed(place, fragment.typeCondition));
    const size = { ...inner, directives: inner.directives + (fragment.directives?.length ?? 0) };
    this.measured.set(key, size);
    return size;
  }

  private countField(node: FieldNode, place: Place, size: Tally): void {
    const cost = this.costAt(node, place);
    const hasCost = node.selectionSet !== undefined || cost !== undefined || isOfSchema(node);
    const below = hasCost ? this.countBelow({ node, cost }, place, size) : NOTHING;
    const steps = below.introspectionSteps + (isIntrospectionStep(node, place) ? 1 : 0);
    size.aliases += node.alias ? 1 : 0;
    size.fields += 1;
    size.rootFields += 1;
    size.schemaFields += node.name.value === SchemaMetaFieldDef.name ? 1 : 0;
    size.introspectionSteps = Math.max(size.introspectionSteps, steps);
    size.depth = Math.max(size.depth, 1 + (isOfSchema(node) ? 0 : below.depth));
  }

  private costAt({ name }: FieldNode, { type }: Place): FieldCost | undefined {
    const { rules } = this.surroundings;
    return rules.isEmpty || !type ? undefined : rules.ofField(type.name, name.value);
  }

  /** Adds what is below a field, and the field's cost. */
  private countBelow({ node, cost }: FieldUse, place: Place, size: Tally): Size {
    const field = fieldAt(node, place);
    const { rows, pending } = this.rowsAt({ node, cost, field, pending: place.pending }, place);
    const type = field && shapeOf(field).type;
    const inner = { type, pending, isOfAllTypes: isOfAll(node, place) };
    const below = node.selectionSet ? this.sizeOf(node.selectionSet, inner) : NOTHING;
    const own = isOfSchema(node) ? introspectionCost(below) : this.costOf({ node, cost }, rows, below);
    size.cost = countable(size.cost + own);
    addBelow(size, below);
    return below;
  }

  private costOf({ node, cost }: FieldUse, rows: number, below: Size): number {
    if (!cost) return countable(rows * (1 + below.cost));
    const given = this.inputs.of(node, cost);
    return countable(rows * (cost.weight + below.cost) + given);
  }

  private rowsAt(use: FieldUse, place: Place): Rows {
    const { introspection, pages } = this.surroundings;
    addSizeVariables(use, this.variables);
    const list = isOfIntrospection(place) ? introspection.get(use.node.name.value) : undefined;
    if (list) return { rows: place.isOfAllTypes ? list.mean : list.most };
    return rowsOf(use, pages);
  }

  private narrowed(place: Place, condition: NamedTypeNode | undefined): Place {
    if (!condition) return place;
    const type = this.surroundings.schema.getType(condition.name.value);
    return { ...place, type: isCompositeType(type) ? type : undefined };
  }
}

function isOfSchema({ name }: FieldNode): boolean {
  return INTROSPECTION_FIELDS.has(name.value);
}

function fieldAt({ name }: FieldNode, { type }: Place): GraphQLField<unknown, unknown> | undefined {
  const known = INTROSPECTION_FIELDS.get(name.value);
  if (known || !type || !('getFields' in type)) return known;
  return type.getFields()[name.value] as GraphQLField<unknown, unknown>;
}

function introspectionCost({ cost }: Size): number {
  return countable(INTROSPECTION_COST + Math.ceil(cost / INTROSPECTION_OBJECTS_PER_COST));
}

function isOfIntrospection({ type }: Place): boolean {
  return type !== undefined && INTROSPECTION_TYPES.has(type.name);
}

function isOfAll({ name }: FieldNode, place: Place): boolean {
  const isPart = place.isOfAllTypes === true && PARTS_OF_A_TYPE.has(name.value);
  return isPart || (name.value === ALL_TYPES && isOfIntrospection(place));
}

function isIntrospectionStep({ name }: FieldNode, { type }: Place): boolean {
  return type?.name === '__Type' && INTROSPECTION_LISTS.has(name.value);
}
