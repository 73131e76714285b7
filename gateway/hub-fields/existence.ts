import { HubError } from '../../schema/contract/errors.js';
import { parseGlobalId } from '../../schema/contract/ids.js';
import { failed } from '../reach/failures.js';
import type { SubgraphAnswer } from '../reach/reach.js';
import type { SupergraphFacts } from '../supergraph/facts.js';
import type { Ask } from './context.js';
import DataLoader from 'dataloader';
import { GraphQLError } from 'graphql';

/** A record of the graph, as far as the hub itself knows it. */
export interface NodeStub {
  readonly __typename: string;
  readonly id: string;
}

/** Finds the stub of a record by its id, `null` where none exists. */
export type ExistenceLoader = DataLoader<string, NodeStub | null>;

/** What became of one id. */
type Outcome = NodeStub | Error | null;

const EXISTING = `query HubExisting($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename }
}`;

/**
 * Asks the agencies which records exist, with one question to each for all ids of a fetch. A type that several
 * agencies vouch for exists where all of them say so.
 *
 * An id whose agency fails is an error; the others stand.
 */
export function existenceLoader(facts: SupergraphFacts, ask: Ask): ExistenceLoader {
  return new DataLoader<string, NodeStub | null>(async (ids) => {
    const stubs = ids.map(stubOf);
    const verdicts = await verdictsOn(stubs.filter(isStub), facts, ask);
    return stubs.map((stub) => (isStub(stub) ? agreed(stub, verdicts) : stub));
  });
}

function stubOf(id: string): NodeStub | Error {
  try {
    return { __typename: parseGlobalId(id).type, id };
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

function isStub(outcome: Outcome): outcome is NodeStub {
  return outcome !== null && !(outcome instanceof Error);
}

/** What each owner says of each id that it owns. */
async function verdictsOn(
  stubs: readonly NodeStub[],
  facts: SupergraphFacts,
  ask: Ask,
): Promise<ReadonlyMap<string, readonly Outcome[]>> {
  const owned = Map.groupBy(
    stubs.flatMap((stub) => facts.existenceOwners(stub.__typename).map((owner) => ({ owner, stub }))),
    ({ owner }) => owner,
  );
  const asked = [...owned].map(([owner, each]) =>
    existingAt(
      owner,
      each.map(({ stub }) => stub),
      ask,
    ),
  );
  const verdicts = (await Promise.all(asked)).flat();
  const byId = Map.groupBy(verdicts, ({ id }) => id);
  return new Map([...byId].map(([id, each]) => [id, each.map(({ outcome }) => outcome)]));
}

interface Verdict {
  readonly id: string;
  readonly outcome: Outcome;
}

async function existingAt(owner: string, stubs: readonly NodeStub[], ask: Ask): Promise<readonly Verdict[]> {
  try {
    const answer = await ask(owner, { query: EXISTING, variables: { representations: stubs } });
    return stubs.map((stub, index) => ({ id: stub.id, outcome: outcomeAt(index, answer, { stub, owner }) }));
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return stubs.map(({ id }) => ({ id, outcome: error }));
  }
}

function outcomeAt(
  index: number,
  { data, errors }: SubgraphAnswer,
  { stub, owner }: { readonly stub: NodeStub; readonly owner: string },
): Outcome {
  const error = errors?.find(({ path }) => path?.[1] === undefined || path[1] === index);
  if (error) return new GraphQLError(error.message, { extensions: error.extensions });
  const entities = data?.['_entities'];
  if (!Array.isArray(entities)) return failed(owner);
  if (entities[index]) return stub;
  return errors?.some(({ extensions }) => extensions?.['leftOut'] !== undefined) ? failed(owner) : null;
}

/** One outcome from those of all owners: an error where one failed, absence where one says so. */
function agreed(stub: NodeStub, verdicts: ReadonlyMap<string, readonly Outcome[]>): Outcome {
  const outcomes = verdicts.get(stub.id) ?? [null];
  return outcomes.find((outcome) => outcome instanceof Error) ?? (outcomes.includes(null) ? null : stub);
}
