import { difference, type Difference } from './difference.js';
import { isAccepted } from './references.js';
import { defaultOf, deprecationDifferences, isRequired } from './fields.js';
import type {
  GraphQLEnumType,
  GraphQLInputField,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  GraphQLUnionType,
} from 'graphql';

/** What changes of an enum. */
export function enumDifferences(before: GraphQLEnumType, after: GraphQLEnumType): readonly Difference[] {
  const { name } = before;
  const [former, next] = [valuesOf(before), valuesOf(after)];
  return [
    ...[...former].flatMap(([value, one]) => {
      const other = next.get(value);
      const coordinate = `${name}.${value}`;
      return other
        ? deprecationDifferences(coordinate, one, other)
        : [difference('VALUE_REMOVED_FROM_ENUM', coordinate)];
    }),
    ...[...next.keys()]
      .filter((value) => !former.has(value))
      .map((value) => difference('VALUE_ADDED_TO_ENUM', `${name}.${value}`, { touches: [name] })),
  ];
}

function valuesOf(type: GraphQLEnumType) {
  return new Map(type.getValues().map((value) => [value.name, value]));
}

/** What changes of a union. */
export function unionDifferences(before: GraphQLUnionType, after: GraphQLUnionType): readonly Difference[] {
  const [former, next] = [namesOf(before.getTypes()), namesOf(after.getTypes())];
  return [
    ...former
      .filter((name) => !next.includes(name))
      .map((name) => difference('TYPE_REMOVED_FROM_UNION', before.name, { from: name, to: '∅' })),
    ...next
      .filter((name) => !former.includes(name))
      .map((name) => difference('TYPE_ADDED_TO_UNION', before.name, { from: '∅', to: name })),
  ];
}

function namesOf(types: readonly { readonly name: string }[]): readonly string[] {
  return types.map(({ name }) => name);
}

type WithInterfaces = GraphQLObjectType | GraphQLInterfaceType;

/** What changes of the interfaces that a type implements. */
export function implementedDifferences(before: WithInterfaces, after: WithInterfaces): readonly Difference[] {
  const [former, next] = [namesOf(before.getInterfaces()), namesOf(after.getInterfaces())];
  return [
    ...former
      .filter((name) => !next.includes(name))
      .map((name) =>
        difference('IMPLEMENTED_INTERFACE_REMOVED', before.name, {
          from: name,
          to: '∅',
          touches: [before.name, name],
        }),
      ),
    ...next
      .filter((name) => !former.includes(name))
      .map((name) =>
        difference('IMPLEMENTED_INTERFACE_ADDED', before.name, { from: '∅', to: name, touches: [name] }),
      ),
  ];
}

/** What changes of an input object. */
export function inputDifferences(
  before: GraphQLInputObjectType,
  after: GraphQLInputObjectType,
): readonly Difference[] {
  const { name } = before;
  const [former, next] = [before.getFields(), after.getFields()];
  return [
    ...Object.values(former).flatMap((one) =>
      inputFieldDifferences(`${name}.${one.name}`, one, next[one.name]),
    ),
    ...Object.values(next)
      .filter((field) => !Object.hasOwn(former, field.name))
      .map((field) => addedInput(name, field)),
  ];
}

function addedInput(type: string, field: GraphQLInputField): Difference {
  const coordinate = `${type}.${field.name}`;
  if (!isRequired(field)) return difference('OPTIONAL_INPUT_FIELD_ADDED', coordinate, { touches: [] });
  const patch = `${field.name}: ${String(field.type).replace(/!$/, '')}`;
  return difference('REQUIRED_INPUT_FIELD_ADDED', coordinate, { touches: [type], patch });
}

function inputFieldDifferences(
  coordinate: string,
  before: GraphQLInputField,
  after: GraphQLInputField | undefined,
): readonly Difference[] {
  if (!after) return [difference('INPUT_FIELD_REMOVED', coordinate)];
  const [from, to] = [String(before.type), String(after.type)];
  const isSame = from === to;
  const code = isAccepted(before.type, after.type) ? 'INPUT_FIELD_LOOSENED' : 'INPUT_FIELD_CHANGED_TYPE';
  return [
    ...(isSame ? [] : [difference(code, coordinate, { from, to })]),
    ...(defaultOf(before) === defaultOf(after)
      ? []
      : [
          difference('INPUT_FIELD_DEFAULT_CHANGED', coordinate, {
            from: defaultOf(before),
            to: defaultOf(after),
            touches: [coordinate.split('.')[0] ?? ''],
          }),
        ]),
    ...deprecationDifferences(coordinate, before, after),
  ];
}
