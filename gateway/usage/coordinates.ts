import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';

/** Coordinates of one operation that are told. Unit: coordinates. */
const MAX_COORDINATES = 500;

/**
 * The parts of a schema that an operation uses: fields, arguments, fields of input and enum values, and each type of input
 * that comes in a variable, of which any part may be used.
 */
export function coordinatesIn(document: DocumentNode, schema: GraphQLSchema): readonly string[] {
  const found = new Set<string>();
  const types = new TypeInfo(schema);
  const field = (): string => `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => void (types.getParentType() && types.getFieldDef() && found.add(field())),
      Argument: ({ name }) => void (types.getFieldDef() && found.add(`${field()}(${name.value}:)`)),
      ObjectField: ({ name }) => noteInputField(types, name.value, found),
      EnumValue: ({ value }) => noteEnumValue(types, value, found),
      VariableDefinition: ({ type }) => noteVariable(namedIn(type), schema, found),
    }),
  );
  return [...found].toSorted().slice(0, MAX_COORDINATES);
}

function noteInputField(types: TypeInfo, name: string, found: Set<string>): void {
  const parent = getNamedType(types.getParentInputType());
  if (isInputObjectType(parent)) found.add(`${parent.name}.${name}`);
}

function noteEnumValue(types: TypeInfo, value: string, found: Set<string>): void {
  const type = getNamedType(types.getInputType());
  if (isEnumType(type)) found.add(`${type.name}.${value}`);
}

function noteVariable(name: string, schema: GraphQLSchema, found: Set<string>): void {
  const type = schema.getType(name);
  if (isInputObjectType(type) || isEnumType(type)) found.add(name);
}

function namedIn(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedIn(type.type);
}
