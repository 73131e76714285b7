import type { FieldCost, ListSize } from './cost-rules.js';
import { shapeOf } from './field-shape.js';
import { countable } from './size.js';
import { Kind, valueFromASTUntyped, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';

/** What the number of rows in a list is read from. */
export interface PageSizes {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Rows of a paged list that does not say how many it wants. Unit: rows. */
  readonly defaultPage: number;
  /** Rows of a list without pages. Unit: rows. */
  readonly assumedList: number;
}

/** Rows that were promised by a field to the lists below it. */
export interface PendingRows {
  /** Unit: rows. */
  readonly rows: number;
  /** The lists to which they were promised; nothing for every list. */
  readonly lists?: readonly string[];
}

/** A field of an operation, with what is known of it. */
export interface FieldUse {
  readonly node: FieldNode;
  /** Nothing where the schema has no such field. */
  readonly field?: GraphQLField<unknown, unknown>;
  /** What the field above promised, if the list is still to come. */
  readonly pending?: PendingRows;
  /** What is stated of it. */
  readonly cost?: FieldCost;
}

/** How often a field's value may occur, and the rows it promises to the lists below it. */
export interface Rows {
  /** Unit: rows. */
  readonly rows: number;
  readonly pending?: PendingRows;
}

const PAGE_ARGUMENTS = ['first', 'last'];

/** A list that is asked for by ids has as many rows as ids. */
const IDS_ARGUMENT = 'ids';

const SIZE_ARGUMENTS: ReadonlySet<string> = new Set([...PAGE_ARGUMENTS, IDS_ARGUMENT]);

/** Adds the variables on which a field's own cost or the number of its rows may depend. */
export function addSizeVariables({ node, cost }: FieldUse, found: Set<string>): void {
  for (const { name, value } of node.arguments ?? [])
    if (SIZE_ARGUMENTS.has(name.value) || isStated(name.value, cost)) addVariables(value, found);
}

function isStated(argument: string, cost: FieldCost | undefined): boolean {
  if (!cost) return false;
  return cost.inputs.has(argument) || cost.list?.slicingArguments.includes(argument) === true;
}

function addVariables(value: ValueNode, found: Set<string>): void {
  if (value.kind === Kind.VARIABLE) found.add(value.name.value);
  if (value.kind === Kind.LIST) for (const each of value.values) addVariables(each, found);
  if (value.kind === Kind.OBJECT) for (const each of value.fields) addVariables(each.value, found);
}

/**
 * How many rows a field may have: what the agency states of it; else what its page arguments say; for the list of a
 * connection what the connection's arguments said; the number of ids of a list asked for by ids; else what is assumed of
 * lists. A list of lists has as many rows as all of them.
 */
export function rowsOf(use: FieldUse, sizes: PageSizes): Rows {
  const levels = use.field ? shapeOf(use.field).lists : 0;
  const size = sizeOf(use, sizes);
  const pending = size !== null && isSizing(use, levels) ? { rows: size, lists: listsOf(use) } : undefined;
  if (levels === 0) return { rows: 1, pending };
  const rows = promisedTo(use) ?? size ?? unpagedRows(use, sizes);
  return { rows: countable(rows * sizes.assumedList ** (levels - 1)), pending };
}

/** Whether the rows that a field asks for are those of lists below it. */
function isSizing(use: FieldUse, levels: number): boolean {
  return levels === 0 || listsOf(use) !== undefined;
}

function listsOf({ cost }: FieldUse): readonly string[] | undefined {
  return cost?.list?.sizedFields.length ? cost.list.sizedFields : undefined;
}

function promisedTo({ node, pending }: FieldUse): number | undefined {
  return pending?.lists?.includes(node.name.value) ? pending.rows : undefined;
}

function unpagedRows({ node, field, pending }: FieldUse, sizes: PageSizes): number {
  const promised = pending?.lists ? undefined : pending?.rows;
  return promised ?? idsOf({ node, field }, sizes) ?? sizes.assumedList;
}

function sizeOf(use: FieldUse, sizes: PageSizes): number | null {
  return (use.cost?.list && statedSize(use, use.cost.list, sizes)) ?? pageOf(use, sizes);
}

/** Without exactly one argument where one should be given, the list may be as long as is assumed of it. */
function statedSize(use: FieldUse, list: ListSize, sizes: PageSizes): number | undefined {
  const { assumedSize, slicingArguments, requireOneSlicingArgument } = list;
  const given = countsOf(use, slicingArguments, sizes);
  const isClear = given.length === 1 || (given.length > 1 && !requireOneSlicingArgument);
  const possible = isClear || assumedSize === undefined ? given : [...given, assumedSize];
  return possible.length === 0 ? undefined : Math.max(...possible);
}

function pageOf(use: FieldUse, sizes: PageSizes): number | null {
  if (!use.node.arguments?.length && !use.field?.args.length) return null;
  const given = countsOf(use, PAGE_ARGUMENTS, sizes);
  if (given.length > 0) return Math.max(...given);
  const isPaged = use.field?.args.some(({ name }) => PAGE_ARGUMENTS.includes(name));
  return isPaged ? sizes.defaultPage : null;
}

function countsOf(use: FieldUse, names: readonly string[], sizes: PageSizes): readonly number[] {
  return names.map((name) => argumentOf(use, name, sizes)).filter(isCount);
}

function idsOf(use: FieldUse, sizes: PageSizes): number | null {
  const ids = argumentOf(use, IDS_ARGUMENT, sizes);
  return Array.isArray(ids) ? ids.length : null;
}

/** The value of an argument: what is given, or its default value in the schema. */
function argumentOf({ node, field }: FieldUse, name: string, { variables }: PageSizes): unknown {
  const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const given = value && plainValue(value, variables);
  return given === undefined ? field?.args.find((argument) => argument.name === name)?.defaultValue : given;
}

function plainValue(value: ValueNode, variables: PageSizes['variables']): unknown {
  if (value.kind !== Kind.VARIABLE) return valueFromASTUntyped(value, variables);
  const { value: name } = value.name;
  return Object.hasOwn(variables, name) ? variables[name] : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0;
}
