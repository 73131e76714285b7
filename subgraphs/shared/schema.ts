import { createResolversMap, buildSchema, type ClassType, type NonEmptyArray } from 'type-graphql';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { graphql, parse, type GraphQLSchema } from 'graphql';
import type { RecordClass } from './reading/rows.js';
import type { HubRecord } from './record.js';
import type { SubgraphContext } from './context.js';
import { keyOf } from '../../schema/contract/ids.js';

/** What a subgraph's schema is made of. */
export interface SchemaPlan {
  readonly resolvers: NonEmptyArray<new (...args: never[]) => object>;
  /** Records that the subgraph owns. */
  readonly records: readonly RecordClass<HubRecord>[];
  /** Names of the types that other subgraphs own and this one extends or points at. */
  readonly borrowed: readonly string[];
  /** Those of them to which this one adds fields, though it never points at them. */
  readonly extended?: readonly ClassType[];
}

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.14"
  import: ["@key", "@shareable", "@inaccessible", "@external", "@requires", "@provides", "@tag", "@requiresScopes"]
)`;

/**
 * Builds the federation schema of a subgraph from its type-graphql classes, once in a process: type-graphql reorders what
 * it knows of a field's arguments when the field is answered, and would build another schema afterwards.
 */
export function subgraphSchema(plan: SchemaPlan): Promise<GraphQLSchema> {
  const schema = built.get(plan) ?? build(plan);
  built.set(plan, schema);
  return schema;
}

const built = new WeakMap<SchemaPlan, Promise<GraphQLSchema>>();

async function build({ resolvers, records, borrowed, extended = [] }: SchemaPlan): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [...extended],
    skipCheck: true,
    validate: false,
  });
  const typeDefs = parse(`${LINK}\n${printSchemaWithDirectives(schema)}`);
  const owned = records.map((type) => [type.name, { __resolveReference: ownedReference(type) }]);
  const others = borrowed.map((name) => [name, { __resolveReference: borrowedReference(name) }]);
  const references = Object.fromEntries([...owned, ...others]) as Record<string, object>;
  return buildSubgraphSchema([
    { typeDefs, resolvers: merged(createResolversMap(schema), references) as never },
  ]);
}

/** The SDL that the subgraph publishes: with all federation directives, which a plain print would drop. */
export async function federationSdl(schema: GraphQLSchema): Promise<string> {
  const { data } = await graphql({ schema, source: '{ _service { sdl } }' });
  return (data as unknown as { _service: { sdl: string } })._service.sdl;
}

interface Reference {
  readonly id: string;
}

function ownedReference(type: RecordClass<HubRecord>) {
  return ({ id }: Reference, { read }: SubgraphContext) => read.byKey(type, keyOf(type.name, id));
}

/** What the gateway sent about another subgraph's record: its id, and the fields that were required. */
function borrowedReference(name: string) {
  return (reference: Reference): Reference => {
    keyOf(name, reference.id);
    return reference;
  };
}

function merged(resolvers: Readonly<Record<string, unknown>>, references: Readonly<Record<string, object>>) {
  const known = Object.entries(references).filter(([name]) => name in resolvers);
  return {
    ...resolvers,
    ...Object.fromEntries(
      known.map(([name, reference]) => [name, { ...(resolvers[name] as object), ...reference }]),
    ),
  };
}
