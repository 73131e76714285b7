import { rowsOf, type PageSizes } from './rows.js';
import {
  getNamedType,
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
  /** Fields at the top of the part. Unit: fields. */
  readonly rootFields: number;
  /** Steps of introspection from a type to its fields' types. Unit: steps. */
  readonly introspectionSteps: number;
  /** Unit: objects that the answer could hold. */
  readonly cost: number;
}

/** What the size of an operation depends on. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly pages: PageSizes;
}

/** Flat cost of one introspection field at the top, whatever is below it. Unit: objects. */
const INTROSPECTION_COST = 100;
/** Lists through which introspection goes from a type to further types. */
const INTROSPECTION_LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes']);
const INTROSPECTION_FIELDS: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};

const NOTHING: Size = { depth: 0, aliases: 0, rootFields: 0, introspectionSteps: 0, cost: 0 };

/** A place in the operation. */
interface Place {
  readonly type?: GraphQLNamedType;
  /** Rows that the first list below a paged field will have; nothing elsewhere. Unit: rows. */
  readonly pendingRows?: number;
}

/**
 * Measures one operation before it is validated, so that nothing dearer than this has been done by then.
 *
 * Each fragment is measured once for each page size it stands under, so fragments of fragments take no more time than
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
    const key = `${name} ${place.pendingRows}`;
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
    const { rows, pendingRows } = rowsOf(
      { node, field, pendingRows: place.pendingRows },
      this.surroundings.pages,
    );
    const type = field && getNamedType(field.type);
    const below = node.selectionSet ? this.sizeOf(node.selectionSet, { type, pendingRows }) : NOTHING;
    const aliases = below.aliases + (node.alias ? 1 : 0);
    const introspectionSteps = below.introspectionSteps + (isIntrospectionStep(node, place) ? 1 : 0);
    const counted = { aliases, rootFields: 1, introspectionSteps };
    if (node.name.value in INTROSPECTION_FIELDS) return { ...counted, depth: 1, cost: INTROSPECTION_COST };
    const each = node.selectionSet ? 1 + below.cost : 0;
    return { ...counted, depth: 1 + below.depth, cost: countable(rows * each) };
  }

  private narrowed(place: Place, condition: NamedTypeNode | undefined): Place {
    return condition ? { ...place, type: typeFromAST(this.surroundings.schema, condition) } : place;
  }
}

function sum(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: countable(a.aliases + b.aliases),
    rootFields: countable(a.rootFields + b.rootFields),
    introspectionSteps: Math.max(a.introspectionSteps, b.introspectionSteps),
    cost: countable(a.cost + b.cost),
  };
}

function countable(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}

function fieldAt({ name }: FieldNode, { type }: Place): GraphQLField<unknown, unknown> | undefined {
  if (name.value in INTROSPECTION_FIELDS) return INTROSPECTION_FIELDS[name.value];
  return type && 'getFields' in type
    ? (type.getFields()[name.value] as GraphQLField<unknown, unknown>)
    : undefined;
}

function isIntrospectionStep({ name }: FieldNode, { type }: Place): boolean {
  return type?.name === '__Type' && INTROSPECTION_LISTS.has(name.value);
}
