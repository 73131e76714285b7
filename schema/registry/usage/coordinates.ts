import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type NamedTypeNode,
} from 'graphql';

/**
 * What operations use of a schema: types, fields (`Enterprise.name`), arguments (`Query.enterprise(id:)`), input fields
 * (`Page.first`) and values of enums (`Order.ASC`). Of what a variable may hold nothing is known, so that an operation
 * with a variable counts as using all of it.
 */
export function usedCoordinates(document: DocumentNode, schema: GraphQLSchema): ReadonlySet<string> {
  const used = new Set<string>();
  const given = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const [parent, type] = [info.getParentType(), info.getType()];
        if (parent) used.add(parent.name).add(`${parent.name}.${name.value}`);
        if (type) used.add(getNamedType(type).name);
        for (const each of parent && 'getInterfaces' in parent ? parent.getInterfaces() : [])
          used.add(each.name);
      },
      Argument: ({ name }) => {
        const [parent, field, directive] = [info.getParentType(), info.getFieldDef(), info.getDirective()];
        if (directive) used.add(`@${directive.name}(${name.value}:)`);
        else if (parent && field) used.add(`${parent.name}.${field.name}(${name.value}:)`);
      },
      Directive: ({ name }) => void used.add(`@${name.value}`),
      ObjectField: ({ name }) => {
        const input = getNamedType(info.getParentInputType());
        if (input) used.add(input.name).add(`${input.name}.${name.value}`);
      },
      EnumValue: ({ value }) => {
        const type = getNamedType(info.getInputType());
        if (type) used.add(type.name).add(`${type.name}.${value}`);
      },
      [Kind.INLINE_FRAGMENT]: ({ typeCondition }) =>
        void (typeCondition && used.add(typeCondition.name.value)),
      FragmentDefinition: ({ typeCondition }) => void used.add(typeCondition.name.value),
      VariableDefinition: ({ type }) => {
        const found = typeFromAST(schema, type as NamedTypeNode);
        if (found) addAllOf(getNamedType(found), used, given);
      },
    }),
  );
  return used;
}

/** @param given the types that were added whole already; a type that is used may be so in part */
function addAllOf(type: GraphQLNamedType, used: Set<string>, given: Set<string>): void {
  if (given.has(type.name)) return;
  given.add(type.name);
  used.add(type.name);
  if (isEnumType(type)) for (const { name } of type.getValues()) used.add(`${type.name}.${name}`);
  if (!isInputObjectType(type)) return;
  for (const field of Object.values(type.getFields())) {
    used.add(`${type.name}.${field.name}`);
    addAllOf(getNamedType(field.type), used, given);
  }
}
