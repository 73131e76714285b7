import { without } from '../plan/cures/entity-fields.js';
import { changed, parallel, type FetchStep, type Plan } from '../plan/plan.js';
import { askedOf, below, placeOf } from './coordinates.js';
import { fieldsIn, keyOf } from './fields.js';
import { Reentry } from './reentry.js';
import { BY_FIRST, type Wanters, type Wanting } from './wanting.js';
import type { FieldNode } from 'graphql';

/**
 * The plan with fetches of their own for what different parts of an operation want: fields of the root, and of records
 * that are completed, are asked for apart; and what is wanted later of a record is asked of its subgraph anew, by its key.
 */
export function dividedPlan(plan: Plan, wanting: Wanting): Plan {
  return changed(plan, (step) => {
    const groups = groupsOf(step, wanting);
    const all = [...groups.values()].flat();
    const parts = [...groups].map(([wanters, own]) => {
      const others = all.filter((each) => !own.includes(each));
      const part = others.length > 0 ? without(step, new Set(others)) : step;
      return new Reentry(part, wanters, wanting).plan();
    });
    return parts.length > 0 ? parallel(parts) : step;
  });
}

/** The fields at the top of a fetch, by who wants them. Changes are made together, in their order. */
function groupsOf(step: FetchStep, wanting: Wanting): ReadonlyMap<Wanters, readonly FieldNode[]> {
  const fields = fieldsIn(askedOf(step).selections).filter(({ name }) => name.value !== '__typename');
  return Map.groupBy(fields, (field) => {
    const wanters = wanting.of(below(placeOf(step.path), keyOf(field)));
    return step.operation === 'query' && wanters.size > 0 ? wanters : BY_FIRST;
  });
}
