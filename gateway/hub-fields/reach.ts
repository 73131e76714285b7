import { HUB_SUBGRAPH } from '../../schema/contract/hub-fields.js';
import type { Logger } from '../../schema/contract/log.js';
import { loggingTo, run } from '../reach/execute.js';
import { preparing } from '../reach/prepared.js';
import type { Reach, SubgraphFetch } from '../reach/reach.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import type { HubContext } from './context.js';
import { existenceLoader, type NodeStub } from './existence.js';
import { node, nodes } from './node.js';
import { search } from './search.js';
import {
  isInterfaceType,
  type GraphQLFieldResolver,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';

/** What the hub's own fields are answered from. */
export interface HubParts {
  /** The part of the supergraph that the hub answers. */
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  /** The way to the subgraph of a name. */
  readonly reachOf: (name: string) => Reach;
  readonly log: Logger;
  /** Distinct fetches whose parsed form is kept. Unit: fetches. */
  readonly maxPrepared: number;
}

/** The way to the hub's own fields: within the gateway itself, from what the agencies answer. */
export function hubReach(parts: HubParts): Reach {
  const schema = resolving(parts.schema);
  const prepare = preparing(schema, parts.maxPrepared);
  return {
    async fetch(fetch) {
      const reported: GraphQLFormattedError[] = [];
      const context = contextFor(fetch, parts, reported);
      const { query, variables, operation } = fetch;
      const onError = loggingTo(parts.log, { requestId: operation.requestId, subgraph: HUB_SUBGRAPH.name });
      const prepared = prepare(query);
      const { data, errors = [] } = await run({
        schema,
        prepared,
        variables,
        context,
        maxBytes: Infinity,
        onError,
      });
      const all = [...errors, ...reported];
      return { data, ...(all.length > 0 && { errors: all }) };
    },
    close: async () => undefined,
  };
}

function contextFor(
  fetch: SubgraphFetch,
  { facts, reachOf }: HubParts,
  reported: GraphQLFormattedError[],
): HubContext {
  const { operation, leaving } = fetch;
  const ask: HubContext['ask'] = (subgraph, question) =>
    reachOf(subgraph).fetch({ ...question, operation, leaving });
  return {
    ask,
    existence: existenceLoader(facts, ask),
    searchable: facts.fieldOwners('Query', 'searchHits'),
    report: (error) => void reported.push(error),
  };
}

const FIELDS: Readonly<Record<string, GraphQLFieldResolver<unknown, HubContext>>> = { node, nodes, search };

/** The hub's schema with its resolvers; it knows no type of any agency by name. */
function resolving(schema: GraphQLSchema): GraphQLSchema {
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(FIELDS)) if (fields[name]) fields[name].resolve = resolve;
  const stub = schema.getType('Node');
  if (isInterfaceType(stub)) stub.resolveType = ({ __typename }: NodeStub) => __typename;
  return schema;
}
