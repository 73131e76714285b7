import {
  buildSchema,
  execute,
  Kind,
  parse,
  visit,
  buildASTSchema,
  type ExecutionResult,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql';
import { answerWith } from './answering.js';
import type { Asking } from './asking.js';
import type { Reader } from './reader.js';
import { rootThing } from './thing.js';

/** The graph as one schema, with one set of resolvers. */
export interface Whole {
  /** What one schema answers. */
  answer(reader: Reader, asking: Asking): ExecutionResult;
  /** The same where any field may be null, so that the failures of all fields come to light. */
  answerLeniently(reader: Reader, asking: Asking): ExecutionResult;
  readonly schema: GraphQLSchema;
}

/** Makes one schema of what clients see. */
export function wholeOf(apiSdl: string): Whole {
  const schema = resolved(buildSchema(apiSdl));
  const lenient = resolved(buildASTSchema(visit(parse(apiSdl), { FieldDefinition: (field) => lax(field) })));
  return {
    schema,
    answer: (reader, asking) => run(schema, reader, asking),
    answerLeniently: (reader, asking) => run(lenient, reader, asking),
  };
}

function lax<Field extends { readonly type: TypeNode }>(field: Field): Field {
  return { ...field, type: laxType(field.type) };
}

function laxType(type: TypeNode): TypeNode {
  if (type.kind === Kind.NON_NULL_TYPE) return laxType(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...type, type: laxType(type.type) } : type;
}

function resolved(schema: GraphQLSchema): GraphQLSchema {
  answerWith<Reader>(schema, (source, args, reader, { parentType, fieldName: field }) =>
    reader.read({ thing: source ?? rootThing(parentType.name), type: parentType.name, field }, args),
  );
  return schema;
}

function run(schema: GraphQLSchema, reader: Reader, { document, variables }: Asking): ExecutionResult {
  const result = execute({ schema, document, variableValues: variables, contextValue: reader });
  if (result instanceof Promise) throw new Error('The world answers at once.');
  return result;
}
