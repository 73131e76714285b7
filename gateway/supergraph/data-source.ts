import { HubError } from '../../schema/contract/errors.js';
import type { GatewayContext } from '../context.js';
import type { Reach, SubgraphAnswer } from '../reach/reach.js';
import { EVERY_ELEMENT, positionsInAnswer, remember } from './entity-index.js';
import type { GraphQLDataSource } from '@apollo/gateway';
import { Kind, parse, type FieldNode, type GraphQLFormattedError, type SelectionNode } from 'graphql';

type Source = GraphQLDataSource<GatewayContext>;
type Fetch = Extract<Parameters<Source['process']>[0], { incomingRequestContext: unknown }>;

/** A subgraph as the Apollo gateway asks it. */
export function dataSourceOver(reach: Reach): Source {
  return {
    async process(fetch) {
      if (!('incomingRequestContext' in fetch))
        throw new Error('Only the operations of clients are sent to subgraphs.');
      const { data, errors } = await answerTo(reach, fetch);
      if (data && !representationsOf(fetch)) remember(fetch.incomingRequestContext, data);
      return { data, errors: errors && placed(errors, fetch) };
    },
  };
}

function representationsOf({ request }: Fetch): readonly Readonly<Record<string, unknown>>[] | null {
  const given: unknown = request.variables?.['representations'];
  return Array.isArray(given) ? given : null;
}

async function answerTo(reach: Reach, { request, context }: Fetch): Promise<SubgraphAnswer> {
  const { query = '', variables = {}, operationName } = request;
  const { requestId, signal } = context;
  try {
    return await reach.fetch({ query, variables, operationName, requestId, signal });
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { errors: [error.toJSON()] };
  }
}

/** The errors at their places in what the fetch answers. */
function placed(errors: readonly GraphQLFormattedError[], fetch: Fetch): readonly GraphQLFormattedError[] {
  const representations = representationsOf(fetch) ?? [];
  const path = fetch.pathInIncomingRequest ?? [];
  const positions = positionsInAnswer({ request: fetch.incomingRequestContext, path, representations });
  return errors.flatMap((error) => placedOne(error, fetch, positions));
}

/**
 * The error at its place in what the fetch answers. That of a whole fetch is told for each key that the fetch should
 * have filled; within a list it is told once, for the list, since all elements lack the same.
 */
function placedOne(
  error: GraphQLFormattedError,
  fetch: Fetch,
  positions: readonly number[],
): readonly GraphQLFormattedError[] {
  const [first, second, ...rest] = error.path ?? [];
  const path = fetch.pathInIncomingRequest ?? [];
  if (first === '_entities' && typeof second === 'number') {
    return [{ ...error, path: [first, positions[second] ?? second, ...rest] }];
  }
  if (first !== undefined && first !== '_entities') return [error];
  if (path.includes(EVERY_ELEMENT)) return [{ ...error, path: [] }];
  return keysOf(fetch.request.query ?? '').map((key) => ({ ...error, path: [key] }));
}

/** The keys of the client's answer that a fetch fills. */
function keysOf(query: string): readonly string[] {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const root = fieldsOf(operation.selectionSet.selections);
  const fields = root.flatMap((field) =>
    field.name.value === '_entities' ? fieldsOf(field.selectionSet?.selections ?? []) : [field],
  );
  const keys = fields.map(({ alias, name }) => alias?.value ?? name.value);
  return [...new Set(keys)].filter((key) => key !== '__typename');
}

function fieldsOf(selections: readonly SelectionNode[]): readonly FieldNode[] {
  return selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each];
    return each.kind === Kind.INLINE_FRAGMENT ? fieldsOf(each.selectionSet.selections) : [];
  });
}
