import { ANONYMOUS } from '../../schema/contract/caller.js';
import { HubError } from '../../schema/contract/errors.js';
import type { Edition } from '../edition.js';
import type { KnownOperation } from '../engine/accept/known-operation.js';
import { stepsOf } from '../engine/execute/run.js';
import { stepsIn } from '../engine/plan/plan.js';
import type { SeenOperation } from '../usage/book.js';

/** How an edition would answer an operation. */
export interface Sight {
  /** Why it would not; `INVALID` where it does not fit the schema. */
  readonly refusal?: string;
  /** Unit: fetches. */
  readonly fetches: number;
  /** The subgraphs that are asked, in a fixed order. */
  readonly agencies: readonly string[];
  /** Unit: objects. */
  readonly cost: number;
}

const NOTHING: Sight = { fetches: 0, agencies: [], cost: 0 };

/** An edition, as far as it is looked at. */
export type LookedAt = Pick<Edition, 'engine' | 'limits'>;

/**
 * Finds out how an edition answers an operation, as far as it has the plan ready: nothing is planned for that. Nothing for
 * an operation that it has no plan of, or that asks of the schema alone.
 */
export function peekAt(edition: LookedAt, seen: SeenOperation): Promise<Sight | undefined> {
  const control = new AbortController();
  const sight = lookAt(edition, seen, control.signal).catch(() => undefined);
  // A plan that is known is there by then.
  setImmediate(() => control.abort());
  return sight;
}

/**
 * Finds out how an edition answers an operation, with the plan that it then has ready. Nothing for an operation that asks
 * of the schema alone.
 */
export async function lookAt(
  edition: LookedAt,
  seen: SeenOperation,
  signal: AbortSignal,
): Promise<Sight | undefined> {
  try {
    const operation = edition.engine.documents.get(seen.text)?.operation(seen.name);
    if (!operation) return { ...NOTHING, refusal: 'INVALID' };
    if (operation.asksSchema) return undefined;
    return await sightOf(operation, { edition, seen, signal });
  } catch (error) {
    signal.throwIfAborted();
    return { ...NOTHING, refusal: error instanceof HubError ? error.code : 'INVALID' };
  }
}

interface Looking {
  readonly edition: LookedAt;
  readonly seen: SeenOperation;
  readonly signal: AbortSignal;
}

async function sightOf(operation: KnownOperation, looking: Looking): Promise<Sight> {
  const { seen, edition } = looking;
  const asked = { query: seen.text, operationName: seen.name, variables: {} };
  const cost = edition.limits.admit(asked) ?? 0;
  const all = await agenciesAsked(operation, true, looking);
  if (operation.conditionVariables.length > 0) await agenciesAsked(operation, false, looking);
  return { fetches: all.length, agencies: [...new Set(all)].toSorted(), cost };
}

/** The subgraph of each fetch, all conditions being decided alike. */
async function agenciesAsked(
  operation: KnownOperation,
  decision: boolean,
  { edition: { engine }, seen, signal }: Looking,
): Promise<readonly string[]> {
  const variables = Object.fromEntries(operation.conditionVariables.map((name) => [name, decision]));
  const { caller = ANONYMOUS } = seen;
  const request = { operation, variables, caller, requestId: 'launch', signal };
  const view = await engine.engine.viewOf(operation.decide(variables), request);
  const { run } = await engine.engine.preparedFor(view.operation, request);
  return run ? stepsIn(stepsOf(run).plan).map(({ subgraph }) => subgraph) : [];
}
