import type { Caller } from '../../../schema/contract/caller.js';
import type { Operation } from '../operation.js';
import { filtered, requirementsOf, type Filtered } from './filter.js';
import { grants, type Decisions } from './policies.js';
import type { Requirement } from '../../../schema/contract/access/requirement.js';
import type { AccessRules } from '../../../schema/contract/access/rules.js';

/** Shows a caller as much of an operation as it may see; callers who may see the same get the same object. */
export type Permit = (
  operation: Operation,
  caller: Caller,
  decisions: Decisions,
) => Filtered | Promise<Filtered>;

interface Known {
  readonly requirements: readonly Requirement[];
  /** By which of the requirements are granted. */
  readonly views: Map<string, Filtered>;
}

/** Views of one operation that are kept. Unit: views. */
const MAX_VIEWS = 64;

/** Makes the function that filters operations by the rules of one supergraph. */
export function permitting(rules: AccessRules): Permit {
  const seen = new WeakMap<Operation, Known>();
  const knownFor = (operation: Operation): Known => {
    const found = seen.get(operation) ?? {
      requirements: requirementsOf(operation, rules),
      views: new Map(),
    };
    seen.set(operation, found);
    return found;
  };
  return (operation, caller, decisions) => {
    const { requirements, views } = knownFor(operation);
    const view = (isGranted: (requirement: Requirement) => boolean): Filtered => {
      const pattern = requirements.map((each) => (isGranted(each) ? '1' : '0')).join('');
      const known = views.get(pattern);
      if (known) return known;
      const made = filtered(operation, rules, isGranted);
      if (views.size >= MAX_VIEWS) views.clear();
      views.set(pattern, made);
      return made;
    };
    const granted = requirements.length === 0 ? () => true : grants(requirements, caller, decisions);
    return granted instanceof Promise ? granted.then(view) : view(granted);
  };
}
