import { tellingEntries, type TellEntries } from '../defer/entries.js';
import { unmarked } from '../defer/mark.js';
import { askable } from './cures/askable.js';
import { dividedByChains } from './cures/chain-graphs.js';
import { Composites } from './cures/composites.js';
import { curing } from './cures/cure.js';
import { entryKeysFirst } from './cures/entry-keys.js';
import { overrideLabelsIn } from './override-labels.js';
import type { Plan, Planner } from './plan.js';
import { planFrom } from './read-plan.js';
import { withRequiredFields } from './cures/required-arguments.js';
import { inOrder } from './cures/serial.js';
import { Standing } from './cures/standing.js';
import { unplannable } from './unplannable.js';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type PlanNode, type SubscriptionNode } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';

/** Plans that are weighed for one operation. Unit: plans. */
const MAX_EVALUATED_PLANS = 1_000;

/** A planner that answers at once. */
export interface PlannerAtOnce extends Planner {
  plan(document: DocumentNode, overrides: ReadonlySet<string>): Plan;
}

/**
 * Apollo's query planner on a supergraph, cured of what it gets wrong: in what it is given by {@link entryKeysFirst},
 * {@link withRequiredFields} and {@link dividedByChains}, in what it is asked by {@link askable}, in what it answers by
 * {@link curing} and {@link inOrder}; and a plan that does not exist is an error.
 */
export function apolloPlanner(supergraph: DocumentNode): PlannerAtOnce {
  const { document, required } = withRequiredFields(entryKeysFirst(supergraph));
  const divided = dividedByChains(document);
  // The supergraph was checked before, and checking costs most of the time that loading takes.
  const built = Supergraph.build(divided.document, { supportedFeatures: null, validateSupergraph: false });
  const planner = plannerFor(built, MAX_EVALUATED_PLANS);
  let first: QueryPlanner | undefined;
  const fallback = () => (first ??= plannerFor(built, 1));
  const schema = built.apiSchema();
  const ask = askable(schema, new Standing(new Composites(document)));
  const cure = curing({ supergraph, document, required, divided });
  let telling: TellEntries | undefined;
  const tell: TellEntries = (...plan) => (telling ??= tellingEntries(supergraph))(...plan);
  return {
    overrideLabels: overrideLabelsIn(supergraph),
    plan: (asked, overrides) => {
      const { operation, isDeferring } = unmarked(asked);
      return inOrder(operation, (part) => {
        const node = rawPlan({ planner, fallback, schema }, ask(part), overrides);
        if (!node) throw unplannable('the plan is empty');
        const plan = cure(planFrom(node, required), part);
        return isDeferring ? tell(plan, part) : plan;
      });
    },
  };
}

function plannerFor(supergraph: Supergraph, maxEvaluatedPlans: number): QueryPlanner {
  return new QueryPlanner(supergraph, {
    exposeDocumentNodeInFetchNode: false,
    reuseQueryFragments: false,
    debug: { maxEvaluatedPlans },
  });
}

interface Apollo {
  readonly planner: QueryPlanner;
  /** Takes the first plan that it finds: weighing another one may fail. */
  readonly fallback: () => QueryPlanner;
  readonly schema: Schema;
}

function rawPlan(
  { planner, fallback, schema }: Apollo,
  document: DocumentNode,
  overrides: ReadonlySet<string>,
): PlanNode | undefined {
  try {
    const operation = operationFromDocument(schema, document);
    const overrideConditions = new Map([...overrides].map((label) => [label, true]));
    const planWith = (any: QueryPlanner) => any.buildQueryPlan(operation, { overrideConditions }).node;
    const node = attempt(() => planWith(planner)) ?? planWith(fallback());
    return node?.kind === 'Subscription' ? eventsFirst(node) : node;
  } catch (error) {
    throw unplannable((error as Error).message);
  }
}

/** The events of a subscription come first, and what other agencies know of each after it. */
function eventsFirst({ primary, rest }: SubscriptionNode): PlanNode {
  return rest ? { kind: 'Sequence', nodes: [primary, rest] } : primary;
}

/** What a function makes; nothing where it fails. */
function attempt<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
