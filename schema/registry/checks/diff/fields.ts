import { difference, type Difference } from './difference.js';
import { isAccepted, isReadable } from './references.js';
import {
  astFromValue,
  isNonNullType,
  print,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

type WithFields = GraphQLObjectType | GraphQLInterfaceType;
type Field = GraphQLField<unknown, unknown>;

/** The next schema, and the field's coordinate in it. */
interface Place {
  readonly coordinate: string;
  readonly schema: GraphQLSchema;
}

/** What changes of the fields of a type and their arguments. */
export function fieldDifferences(
  before: WithFields,
  after: WithFields,
  schema: GraphQLSchema,
): readonly Difference[] {
  const [former, next] = [before.getFields(), after.getFields()];
  return [
    ...Object.values(former).flatMap((field) => {
      const coordinate = `${before.name}.${field.name}`;
      const other = Object.hasOwn(next, field.name) ? next[field.name] : undefined;
      return other ? oneField(field, other, { coordinate, schema }) : [removed(coordinate, field)];
    }),
    ...Object.keys(next)
      .filter((name) => !Object.hasOwn(former, name))
      .map((name) => difference('FIELD_ADDED', `${before.name}.${name}`, { touches: [] })),
  ];
}

function removed(coordinate: string, { name, type }: Field): Difference {
  const patch = `${name}: ${String(type)} @deprecated(reason: "… / …")`;
  return difference('FIELD_REMOVED', coordinate, { patch });
}

function oneField(before: Field, after: Field, place: Place): readonly Difference[] {
  return [
    ...typeDifference(before, after, place),
    ...deprecationDifferences(place.coordinate, before, after),
    ...argumentDifferences(before, after, place.coordinate),
  ];
}

function typeDifference(before: Field, after: Field, { coordinate, schema }: Place): readonly Difference[] {
  const [from, to] = [String(before.type), String(after.type)];
  if (from === to) return [];
  if (isReadable(before.type, after.type, schema))
    return [difference('FIELD_TIGHTENED', coordinate, { from, to })];
  const isLooser = from.replaceAll('!', '') === to.replaceAll('!', '');
  return [
    difference(isLooser ? 'FIELD_NULLABLE' : 'FIELD_CHANGED_TYPE', coordinate, {
      from,
      to,
      patch: `${before.name}: ${from}`,
    }),
  ];
}

function argumentDifferences(before: Field, after: Field, field: string): readonly Difference[] {
  const [former, next] = [argumentsOf(before), argumentsOf(after)];
  return [
    ...[...former].flatMap(([name, one]) => oneArgument(`${field}(${name}:)`, one, next.get(name))),
    ...[...next.values()].filter(({ name }) => !former.has(name)).map((arg) => addedArgument(field, arg)),
  ];
}

function argumentsOf({ args }: Field): ReadonlyMap<string, GraphQLArgument> {
  return new Map(args.map((argument) => [argument.name, argument]));
}

function oneArgument(
  coordinate: string,
  before: GraphQLArgument,
  after: GraphQLArgument | undefined,
): readonly Difference[] {
  if (!after) return [difference('ARG_REMOVED', coordinate)];
  const [from, to] = [String(before.type), String(after.type)];
  const code = isAccepted(before.type, after.type) ? 'ARG_LOOSENED' : 'ARG_CHANGED_TYPE';
  const field = coordinate.replace(/\(.*$/, '');
  const touches = code === 'ARG_CHANGED_TYPE' && isRequired(after) ? [field] : [coordinate];
  return [
    ...(from === to ? [] : [difference(code, coordinate, { from, to, touches })]),
    ...(defaultOf(before) === defaultOf(after)
      ? []
      : [
          difference('ARG_DEFAULT_CHANGED', coordinate, {
            from: defaultOf(before),
            to: defaultOf(after),
            touches: [field],
          }),
        ]),
    ...deprecationDifferences(coordinate, before, after),
  ];
}

function addedArgument(field: string, argument: GraphQLArgument): Difference {
  const coordinate = `${field}(${argument.name}:)`;
  if (!isRequired(argument)) return difference('OPTIONAL_ARG_ADDED', coordinate, { touches: [] });
  const patch = `${argument.name}: ${String(argument.type).replace(/!$/, '')}`;
  return difference('REQUIRED_ARG_ADDED', coordinate, { touches: [field], patch });
}

interface Deprecable {
  readonly deprecationReason?: string | null;
}

/** Whether something came to be deprecated, or is so no longer. */
export function deprecationDifferences(
  coordinate: string,
  before: Deprecable,
  after: Deprecable,
): readonly Difference[] {
  const [was, is] = [before.deprecationReason != null, after.deprecationReason != null];
  if (was === is) return [];
  return [difference(is ? 'DEPRECATED' : 'RESTORED', coordinate)];
}

type Input = GraphQLArgument | GraphQLInputField;

/** Whether whoever uses the field must give it. */
export function isRequired({ type, defaultValue }: Input): boolean {
  return isNonNullType(type) && defaultValue === undefined;
}

/** The default value as it is written; empty where there is none. */
export function defaultOf({ defaultValue, type }: Input): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value ? print(value) : '';
}
