import type { Pace } from '../pace.js';
import { Types } from './types.js';
import type { StatedApi, StatedDirective, StatedType } from './stated.js';
import {
  GraphQLDirective,
  GraphQLObjectType,
  GraphQLSchema,
  specifiedDirectives,
  type DirectiveLocation,
  type GraphQLNamedType,
} from 'graphql';

/** A schema as text: its types, and what else it has. */
export interface ApiText {
  /** {@link StatedApi} without types, as JSON. */
  readonly frame: string;
  /** Lists of {@link StatedType}, each as JSON. */
  readonly types: readonly string[];
}

/** Types that stand in one text. */
const TYPES_AT_ONCE = 60;

/** Writes a schema down in texts that are each read fast. */
export function apiText({ types, ...frame }: StatedApi): ApiText {
  const parts: string[] = [];
  for (let n = 0; n < types.length; n += TYPES_AT_ONCE)
    parts.push(JSON.stringify(types.slice(n, n + TYPES_AT_ONCE)));
  return { frame: JSON.stringify(frame), types: parts };
}

/**
 * Makes a valid schema again, in pieces between which requests are answered.
 *
 * graphql-js makes a schema in one go, most of which is to complete each type when the schema comes to it. Here they are
 * completed before, some at a time; and they do not hold the syntax trees that they would have from SDL.
 *
 * @param own directives that clients may use beside those of the schema
 */
export async function apiSchemaFrom(
  { frame, types: parts }: ApiText,
  pace: Pace,
  own: readonly GraphQLDirective[] = [],
): Promise<GraphQLSchema> {
  const types = new Types();
  const made: (readonly GraphQLNamedType[])[] = [];
  for (const part of parts) {
    made.push((JSON.parse(part) as readonly StatedType[]).map((each) => types.add(each)));
    await pace.rest();
  }
  for (const some of made) {
    some.forEach(complete);
    await pace.rest();
  }
  return schemaOf(JSON.parse(frame) as Omit<StatedApi, 'types'>, { types, own });
}

/** A type finds its fields and what it is of when it is first asked. */
function complete(type: GraphQLNamedType): void {
  if ('getFields' in type) type.getFields();
  if ('getInterfaces' in type) type.getInterfaces();
  if ('getTypes' in type) type.getTypes();
}

/** What a schema is made of beside its frame. */
interface Parts {
  readonly types: Types;
  readonly own: readonly GraphQLDirective[];
}

function schemaOf(
  { description, roots, directives }: Omit<StatedApi, 'types'>,
  { types, own }: Parts,
): GraphQLSchema {
  const root = (name: string | undefined): GraphQLObjectType | undefined =>
    name === undefined ? undefined : (types.named(name) as GraphQLObjectType);
  return new GraphQLSchema({
    description,
    query: root(roots.query),
    mutation: root(roots.mutation),
    subscription: root(roots.subscription),
    types: types.all,
    directives: [...directives.map((each) => directiveOf(each, types)), ...specifiedDirectives, ...own],
    assumeValid: true,
  });
}

function directiveOf({ args, locations, ...rest }: StatedDirective, types: Types): GraphQLDirective {
  return new GraphQLDirective({
    ...rest,
    args: types.inputs(args),
    locations: locations as readonly DirectiveLocation[],
  });
}
