import { difference, type Difference } from './difference.js';
import { fieldDifferences } from './fields.js';
import { enumDifferences, implementedDifferences, inputDifferences, unionDifferences } from './types.js';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** Everything that changes for clients from one schema to the next, in both directions, by coordinate. */
export function differencesOf(before: GraphQLSchema, after: GraphQLSchema): readonly Difference[] {
  const [former, next] = [typesOf(before), typesOf(after)];
  return [
    ...[...former].flatMap(([name, type]) => typeDifferences(type, next.get(name), after)),
    ...[...next.keys()].filter((name) => !former.has(name)).map((name) => difference('TYPE_ADDED', name)),
    ...directiveDifferences(before, after),
  ];
}

function typesOf(schema: GraphQLSchema): ReadonlyMap<string, GraphQLNamedType> {
  const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  return new Map(own.filter(({ name }) => !BUILT_IN.has(name)).map((type) => [type.name, type]));
}

const BUILT_IN: ReadonlySet<string> = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

function typeDifferences(
  before: GraphQLNamedType,
  after: GraphQLNamedType | undefined,
  schema: GraphQLSchema,
): readonly Difference[] {
  if (!after) return [difference('TYPE_REMOVED', before.name)];
  if (isScalarType(before) && isScalarType(after)) return [];
  if (isEnumType(before) && isEnumType(after)) return enumDifferences(before, after);
  if (isUnionType(before) && isUnionType(after)) return unionDifferences(before, after);
  if (isInputObjectType(before) && isInputObjectType(after)) return inputDifferences(before, after);
  if (isObjectType(before) && isObjectType(after))
    return [...fieldDifferences(before, after, schema), ...implementedDifferences(before, after)];
  if (isInterfaceType(before) && isInterfaceType(after))
    return [...fieldDifferences(before, after, schema), ...implementedDifferences(before, after)];
  return [difference('TYPE_CHANGED_KIND', before.name)];
}

function directiveDifferences(before: GraphQLSchema, after: GraphQLSchema): readonly Difference[] {
  const [former, next] = [ownDirectives(before), ownDirectives(after)];
  return [
    ...[...former].filter((name) => !next.has(name)).map((name) => difference('DIRECTIVE_REMOVED', name)),
    ...[...next].filter((name) => !former.has(name)).map((name) => difference('DIRECTIVE_ADDED', name)),
  ];
}

function ownDirectives(schema: GraphQLSchema): ReadonlySet<string> {
  const own = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  return new Set(own.map(({ name }) => `@${name}`));
}
