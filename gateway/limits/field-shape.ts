import {
  getNamedType,
  getNullableType,
  isListType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';

/** What a field's definition says of its values. */
export interface FieldShape {
  readonly type: GraphQLNamedType;
  /** Lists within each other, of which the value is made. Unit: levels. */
  readonly lists: number;
}

const known = new WeakMap<GraphQLField<unknown, unknown>, FieldShape>();

/** The shape of a field, found once for each. */
export function shapeOf(field: GraphQLField<unknown, unknown>): FieldShape {
  const shape = known.get(field);
  if (shape) return shape;
  const found = { type: getNamedType(field.type), lists: listsIn(field.type) };
  known.set(field, found);
  return found;
}

function listsIn(type: GraphQLOutputType): number {
  const inner = getNullableType(type);
  return isListType(inner) ? 1 + listsIn(inner.ofType) : 0;
}
