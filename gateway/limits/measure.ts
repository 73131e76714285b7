import { ALL_TYPES, INTROSPECTION_OBJECTS_PER_COST, type IntrospectionLists } from './introspection.js';
import { rowsOf, type FieldUse, type PageSizes, type Rows } from './rows.js';
import {
  getNamedType,
  isIntrospectionType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  typeFromAST,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a part of an operation is. */
export interface Size {
  /** Unit: levels of fields. */
  readonly depth: number;
  /** Unit: aliases. */
  readonly aliases: number;
  /** All fields, fragments counted wherever they are used. Unit: fields. */
  readonly fields: number;
  /** Fields at the top of the part. Unit: fields. */
  readonly rootFields: number;
  /** Steps of introspection from a type to its fields' types. Unit: steps. */
  readonly introspectionSteps: number;
  /** How often the whole schema is asked for. Unit: fields. */
  readonly schemaFields: number;
  /** Unit: objects that the answer could hold. */
  readonly cost: number;
}

/** What the size of an operation depends on. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly pages: PageSizes;
  readonly introspection: IntrospectionLists;
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

const NOTHING: Size = {
  depth: 0,
  aliases: 0,
  fields: 0,
  rootFields: 0,
  introspectionSteps: 0,
  schemaFields: 0,
  cost: 0,
};

/** A place in the operation. */
interface Place {
  readonly type?: GraphQLNamedType;
  /** Rows that the first list below a paged field will have; nothing elsewhere. Unit: rows. */
  readonly pendingRows?: number;
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

  constructor(private readonly surroundings: Surroundings) {}

  /** The size of a selection at a place. */
  sizeOf(set: SelectionSetNode, place: Place): Size {
    return set.selections.map((each) => this.sizeOfOne(each, place)).reduce(sum, NOTHING);
  }

  private sizeOfOne(node: SelectionNode, place: Place): Size {
    if (node.kind === Kind.FIELD) return this.sizeOfField(node, place);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.sizeOfSpread(node.name.value, place);
    return this.sizeOf(node.selectionSet, this.narrowed(place, node.typeCondition));
  }

  private sizeOfSpread(name: string, place: Place): Size {
    const key = `${name} ${place.pendingRows} ${place.isOfAllTypes}`;
    const known = this.measured.get(key);
    const fragment = this.surroundings.fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    this.measured.set(key, NOTHING);
    const size = this.sizeOf(fragment.selectionSet, this.narrowed(place, fragment.typeCondition));
    this.measured.set(key, size);
    return size;
  }

  private sizeOfField(node: FieldNode, place: Place): Size {
    const field = fieldAt(node, place);
    const { rows, pendingRows } = this.rowsAt(node, place, field);
    const inner = {
      type: field && getNamedType(field.type),
      pendingRows,
      isOfAllTypes: isOfAll(node, place),
    };
    const below = node.selectionSet ? this.sizeOf(node.selectionSet, inner) : NOTHING;
    const counted = {
      aliases: below.aliases + (node.alias ? 1 : 0),
      fields: below.fields + 1,
      rootFields: 1,
      introspectionSteps: below.introspectionSteps + (isIntrospectionStep(node, place) ? 1 : 0),
      schemaFields: below.schemaFields + (node.name.value === SchemaMetaFieldDef.name ? 1 : 0),
    };
    if (INTROSPECTION_FIELDS.has(node.name.value))
      return { ...counted, depth: 1, cost: introspectionCost(below) };
    const each = node.selectionSet ? 1 + below.cost : 0;
    return { ...counted, depth: 1 + below.depth, cost: countable(rows * each) };
  }

  private rowsAt(node: FieldNode, place: Place, field: FieldUse['field']): Rows {
    const { introspection, pages } = this.surroundings;
    const list = isOfIntrospection(place) ? introspection.get(node.name.value) : undefined;
    if (list) return { rows: place.isOfAllTypes ? list.mean : list.most };
    return rowsOf({ node, field, pendingRows: place.pendingRows }, pages);
  }

  private narrowed(place: Place, condition: NamedTypeNode | undefined): Place {
    return condition ? { ...place, type: typeFromAST(this.surroundings.schema, condition) } : place;
  }
}

function sum(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: countable(a.aliases + b.aliases),
    fields: countable(a.fields + b.fields),
    rootFields: countable(a.rootFields + b.rootFields),
    introspectionSteps: Math.max(a.introspectionSteps, b.introspectionSteps),
    schemaFields: countable(a.schemaFields + b.schemaFields),
    cost: countable(a.cost + b.cost),
  };
}

function countable(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
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
  return type !== undefined && isIntrospectionType(type);
}

function isOfAll({ name }: FieldNode, place: Place): boolean {
  const isPart = place.isOfAllTypes === true && PARTS_OF_A_TYPE.has(name.value);
  return isPart || (name.value === ALL_TYPES && isOfIntrospection(place));
}

function isIntrospectionStep({ name }: FieldNode, { type }: Place): boolean {
  return type?.name === '__Type' && INTROSPECTION_LISTS.has(name.value);
}
