import { Kind, type TypeNode } from 'graphql';

/** The name at the core of a type. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** The type with every promise that any of some types of the same shape makes. The named type is that of the first. */
export function strictest(types: readonly TypeNode[]): TypeNode {
  const [first, ...others] = types;
  if (!first) throw new Error('There is no type.');
  return others.reduce(stricter, first);
}

function stricter(a: TypeNode, b: TypeNode): TypeNode {
  const type = within(nullable(a), nullable(b));
  const isPromised = a.kind === Kind.NON_NULL_TYPE || b.kind === Kind.NON_NULL_TYPE;
  return isPromised ? { kind: Kind.NON_NULL_TYPE, type } : type;
}

function within(a: Nullable, b: Nullable): Nullable {
  if (a.kind !== Kind.LIST_TYPE || b.kind !== Kind.LIST_TYPE) return a;
  return { kind: Kind.LIST_TYPE, type: stricter(a.type, b.type) };
}

type Nullable = Exclude<TypeNode, { kind: Kind.NON_NULL_TYPE }>;

function nullable(type: TypeNode): Nullable {
  return type.kind === Kind.NON_NULL_TYPE ? type.type : type;
}
