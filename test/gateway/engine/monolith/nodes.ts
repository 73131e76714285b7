import {
  isUnionType,
  Kind,
  type GraphQLCompositeType,
  type GraphQLField,
  type NamedTypeNode,
  type NameNode,
} from 'graphql';

/** The fields that may be selected of a type, apart from its name. */
export function fieldsOf(type: GraphQLCompositeType): readonly GraphQLField<unknown, unknown>[] {
  return isUnionType(type) ? [] : Object.values(type.getFields());
}

/** A name. */
export function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

/** A type by its name. */
export function typeNode(name: string): NamedTypeNode {
  return { kind: Kind.NAMED_TYPE, name: nameNode(name) };
}
