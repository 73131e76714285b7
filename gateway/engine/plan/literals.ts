import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isSpecifiedScalarType,
  Kind,
  valueFromASTUntyped,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type ValueNode,
} from 'graphql';

/** A value that was written in the operation and travels as a variable instead. */
export interface Literal {
  readonly variable: string;
  readonly type: GraphQLInputType;
  /** As JSON. */
  readonly value: unknown;
}

/**
 * Takes values out of an operation, so that operations that differ in nothing else have one plan. Equal values of one
 * type become one variable.
 */
export class Literals {
  private readonly found = new Map<string, Literal>();

  /** @param nextName gives a name that no variable of the operation has */
  constructor(private readonly nextName: () => string) {}

  /** The values taken out so far. */
  get all(): readonly Literal[] {
    return [...this.found.values()];
  }

  /** The name of the variable that stands for a value; `null` for one that has to stay where it is. */
  take(node: ValueNode, type: GraphQLInputType): string | null {
    if (!isPlain(node) || !isPortable(getNamedType(type))) return null;
    const value: unknown = valueFromASTUntyped(node);
    const key = `${String(type)} ${JSON.stringify(value)}`;
    const known = this.found.get(key);
    if (known) return known.variable;
    const variable = this.nextName();
    this.found.set(key, { variable, type, value });
    return variable;
  }
}

/** Without variables, and without numbers that JSON would round or does not know. */
function isPlain(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE || node.kind === Kind.NULL) return false;
  if (node.kind === Kind.INT) return Number.isSafeInteger(Number(node.value));
  if (node.kind === Kind.FLOAT) return Number.isFinite(Number(node.value));
  if (node.kind === Kind.LIST) return node.values.every(isPlain);
  return node.kind !== Kind.OBJECT || node.fields.every(({ value }) => isPlain(value));
}

const portable = new WeakMap<GraphQLNamedInputType, boolean>();

/** Whether a value of the type means the same as a literal and as JSON; of custom scalars nobody knows. */
function isPortable(type: GraphQLNamedInputType): boolean {
  const known = portable.get(type);
  if (known !== undefined) return known;
  const found = isPortableWithin(type, new Set());
  portable.set(type, found);
  return found;
}

/** @param above types that the type is part of */
function isPortableWithin(type: GraphQLNamedInputType, above: ReadonlySet<GraphQLNamedInputType>): boolean {
  if (isEnumType(type) || above.has(type)) return true;
  if (!isInputObjectType(type)) return isSpecifiedScalarType(type);
  const within = new Set([...above, type]);
  return Object.values(type.getFields()).every((field) => isPortableWithin(getNamedType(field.type), within));
}
