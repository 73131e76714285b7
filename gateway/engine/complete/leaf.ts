import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLNamedOutputType,
} from 'graphql';

/** A leaf's value as JSON; nothing where it is not one of the type. */
export type WriteLeaf = (value: unknown) => string | undefined;

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const BUILT_IN: ReadonlyMap<string, WriteLeaf> = new Map([
  [GraphQLString.name, (value) => (typeof value === 'string' ? JSON.stringify(value) : undefined)],
  [GraphQLID.name, (value) => (typeof value === 'string' ? JSON.stringify(value) : wholeText(value))],
  [GraphQLInt.name, (value) => (isInt(value) ? String(value) : undefined)],
  [GraphQLFloat.name, (value) => (typeof value === 'number' ? JSON.stringify(value) : undefined)],
  [GraphQLBoolean.name, (value) => (typeof value === 'boolean' ? String(value) : undefined)],
]);

/** How leaves of a type are written: an own scalar as it is, all others only if the value is of the type. */
export function leafWriter(type: GraphQLNamedOutputType): WriteLeaf {
  if (!isEnumType(type)) return BUILT_IN.get(type.name) ?? asItIs;
  const values = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  return (value) => values.get(value);
}

/** Nothing for what is nested deeper than can be written. */
function asItIs(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Some servers answer ids as numbers. */
function wholeText(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? `"${String(value)}"` : undefined;
}

function isInt(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) <= MAX_INT && Number(value) >= MIN_INT;
}
