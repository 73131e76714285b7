import type { Caller } from '../../../schema/contract/caller.js';
import { timeLimit } from '../../../schema/contract/time-limit.js';
import type { IsGranted } from './filter.js';
import {
  isMet,
  isMetWithoutPolicies,
  type Requirement,
} from '../../../schema/contract/access/requirement.js';

/**
 * Decides policies in a caller's favour or not. Only `true` grants a policy; one that the answer leaves out is denied.
 *
 * @param names the policies that the operation at hand depends on, each once
 * @param signal aborted when the answer is no longer waited for
 */
export type PolicyDecider = (
  names: readonly string[],
  caller: Caller,
  signal: AbortSignal,
) => ReadonlyMap<string, boolean> | Promise<ReadonlyMap<string, boolean>>;

/** Grants a policy exactly when the `policies` claim of the caller's token lists it. */
export const decideByToken: PolicyDecider = (names, { policies }) =>
  new Map(names.map((name) => [name, policies.has(name)]));

/** How policies are decided. */
export interface Decisions {
  readonly decide: PolicyDecider;
  /** How long a decision is waited for. Unit: milliseconds. */
  readonly timeLimitMs: number;
  /** Aborted when the request is over. */
  readonly signal: AbortSignal;
  /** Told why a decision was not made; all its policies are denied. */
  readonly onFailure: (reason: unknown) => void;
}

/**
 * Which requirements are granted to a caller. Where the token alone decides, the answer is there at once and is
 * remembered as long as the caller; any other decision is made anew each time, since nobody knows how long it holds.
 */
export function grants(
  requirements: readonly Requirement[],
  caller: Caller,
  decisions: Decisions,
): IsGranted | Promise<IsGranted> {
  if (decisions.decide === decideByToken) return grantedByToken(caller);
  const names = policiesToDecide(requirements, caller);
  if (names.length === 0) return judged(caller, new Set());
  return decided(names, caller, decisions).then((granted) => judged(caller, granted));
}

const remembered = new WeakMap<Caller, WeakMap<Requirement, boolean>>();

function grantedByToken(caller: Caller): IsGranted {
  const known = remembered.get(caller) ?? new WeakMap<Requirement, boolean>();
  remembered.set(caller, known);
  const isGranted = judged(caller, caller.policies);
  return (requirement) => {
    const found = known.get(requirement);
    if (found !== undefined) return found;
    const answer = isGranted(requirement);
    known.set(requirement, answer);
    return answer;
  };
}

function judged(caller: Caller, policies: ReadonlySet<string>): IsGranted {
  const standing = { caller, isPolicyGranted: (name: string) => policies.has(name) };
  return (requirement) => isMet(requirement, standing);
}

/** The policies on which something depends that is not denied already. */
function policiesToDecide(requirements: readonly Requirement[], caller: Caller): readonly string[] {
  const open = requirements.filter((requirement) => isMetWithoutPolicies(requirement, caller));
  return [...new Set(open.flatMap(({ policies }) => policies.flat(2)))];
}

async function decided(
  names: readonly string[],
  caller: Caller,
  { decide, timeLimitMs, signal, onFailure }: Decisions,
): Promise<ReadonlySet<string>> {
  const late = new AbortController();
  try {
    const work = Promise.resolve(decide(names, caller, AbortSignal.any([signal, late.signal])));
    const answer = await timeLimit(work, timeLimitMs, null);
    if (!answer) throw new Error(`Policies were not decided within ${timeLimitMs} ms.`);
    return new Set(names.filter((name) => answer.get(name) === true));
  } catch (reason) {
    onFailure(reason);
    return new Set();
  } finally {
    late.abort();
  }
}
