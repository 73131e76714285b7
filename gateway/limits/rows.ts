import {
  getNullableType,
  isListType,
  Kind,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLField,
  type ValueNode,
} from 'graphql';

/** What the number of rows in a list is read from. */
export interface PageSizes {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Rows of a paged list that does not say how many it wants. Unit: rows. */
  readonly defaultPage: number;
  /** Rows of a list without pages. Unit: rows. */
  readonly assumedList: number;
}

/** A field of an operation, with what is known of it. */
export interface FieldUse {
  readonly node: FieldNode;
  /** Nothing where the schema has no such field. */
  readonly field?: GraphQLField<unknown, unknown>;
  /** Rows promised by the paged field above, if the list is still to come. Unit: rows. */
  readonly pendingRows?: number;
}

/** How often a field's value may occur, and the rows it promises to the list below it. Unit: rows. */
export interface Rows {
  readonly rows: number;
  readonly pendingRows?: number;
}

const PAGE_ARGUMENTS = ['first', 'last'];

/** A list that is asked for by ids has as many rows as ids. */
const IDS_ARGUMENT = 'ids';

const SIZE_ARGUMENTS: ReadonlySet<string> = new Set([...PAGE_ARGUMENTS, IDS_ARGUMENT]);

/** Adds the variables of which the number of a field's rows may depend. */
export function addSizeVariables({ arguments: given = [] }: FieldNode, found: Set<string>): void {
  for (const { name, value } of given) if (SIZE_ARGUMENTS.has(name.value)) addVariables(value, found);
}

function addVariables(value: ValueNode, found: Set<string>): void {
  if (value.kind === Kind.VARIABLE) found.add(value.name.value);
  if (value.kind === Kind.LIST) for (const each of value.values) addVariables(each, found);
  if (value.kind === Kind.OBJECT) for (const each of value.fields) addVariables(each.value, found);
}

/**
 * How many rows a field may have: what its page arguments say; for the list of a connection what the connection's
 * arguments said; the number of ids of a list asked for by ids; else what is assumed of lists.
 */
export function rowsOf(use: FieldUse, sizes: PageSizes): Rows {
  const isList = use.field !== undefined && isListType(getNullableType(use.field.type));
  const page = pageOf(use, sizes);
  if (page !== null) return isList ? { rows: page } : { rows: 1, pendingRows: page };
  if (!isList) return { rows: 1 };
  return { rows: use.pendingRows ?? idsOf(use.node, sizes) ?? sizes.assumedList };
}

function pageOf({ node, field }: FieldUse, sizes: PageSizes): number | null {
  const given = node.arguments?.length
    ? PAGE_ARGUMENTS.map((name) => argumentOf(node, name, sizes)).filter(isCount)
    : [];
  if (given.length > 0) return Math.max(...given);
  const isPaged = field?.args.some(({ name }) => PAGE_ARGUMENTS.includes(name));
  return isPaged ? sizes.defaultPage : null;
}

function idsOf(node: FieldNode, sizes: PageSizes): number | null {
  const ids = argumentOf(node, IDS_ARGUMENT, sizes);
  return Array.isArray(ids) ? ids.length : null;
}

function argumentOf(node: FieldNode, name: string, { variables }: PageSizes): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  return value && plainValue(value, variables);
}

function plainValue(value: ValueNode, variables: PageSizes['variables']): unknown {
  return value.kind === Kind.VARIABLE ? variables[value.name.value] : valueFromASTUntyped(value, variables);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
