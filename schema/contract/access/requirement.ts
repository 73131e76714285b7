import type { Caller } from '../caller.js';

/**
 * What a caller must have to see a part of the graph. Equal ones of one supergraph are one object, so that they are
 * told apart by identity.
 */
export interface Requirement {
  /** Whether the caller must have shown a token. */
  readonly isAuthenticated: boolean;
  /** Each must hold of the caller's scopes. */
  readonly scopes: readonly Choice[];
  /** Each must hold of the policies that were decided in the caller's favour. */
  readonly policies: readonly Choice[];
}

/** Groups of names; all names of at least one group are wanted. */
export type Choice = readonly (readonly string[])[];

/** Joins requirements that must all hold; nothing when there are none. */
export type Join = (parts: readonly (Requirement | undefined)[]) => Requirement | undefined;

/** Makes requirements of which equal ones are one object. */
export function requirementJoin(): Join {
  const known = new Map<string, Requirement>();
  return (parts) => {
    const all = parts.filter((part) => part !== undefined);
    if (all.length === 0) return undefined;
    const joined = {
      isAuthenticated: all.some((each) => each.isAuthenticated),
      scopes: distinct(all.flatMap(({ scopes }) => scopes.map(ordered))),
      policies: distinct(all.flatMap(({ policies }) => policies.map(ordered))),
    };
    const key = JSON.stringify(joined);
    const found = known.get(key) ?? joined;
    known.set(key, found);
    return found;
  };
}

/** What is known of a caller when a requirement is judged. */
export interface Standing {
  readonly caller: Pick<Caller, 'isAuthenticated' | 'scopes'>;
  readonly isPolicyGranted: (policy: string) => boolean;
}

/** Whether a requirement holds. */
export function isMet(requirement: Requirement, { caller, isPolicyGranted }: Standing): boolean {
  return (
    isMetWithoutPolicies(requirement, caller) &&
    requirement.policies.every((choice) => holds(choice, isPolicyGranted))
  );
}

/** Whether the part of a requirement holds that needs no decision about policies. */
export function isMetWithoutPolicies(
  { isAuthenticated, scopes }: Requirement,
  caller: Standing['caller'],
): boolean {
  if (isAuthenticated && !caller.isAuthenticated) return false;
  return scopes.every((choice) => holds(choice, (scope) => caller.scopes.has(scope)));
}

function holds(choice: Choice, has: (name: string) => boolean): boolean {
  return choice.some((group) => group.every(has));
}

function ordered(choice: Choice): Choice {
  return distinct(choice.map((group) => [...new Set(group)].toSorted()));
}

/** In a fixed order, without repetition. */
function distinct<Item>(items: readonly Item[]): readonly Item[] {
  const byText = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}
