import { typeRelations } from '../execute/type-relations.js';
import { askable } from './askable.js';
import { dividedByChains } from './chain-graphs.js';
import { Composites } from './composites.js';
import { entryKeysFirst } from './entry-keys.js';
import {
  changed,
  type FetchStep,
  type Plan,
  type Planner,
  type Rename,
  type Required,
  type Rewrite,
} from './plan.js';
import { narrowing } from './narrowed.js';
import { keepingKeyed } from './required-keys.js';
import { splittingBySome } from './required-of-some.js';
import { withRequiredFields, type RequiredFields } from './required-arguments.js';
import { splitByRequired } from './required-variants.js';
import { Standing } from './standing.js';
import { rejoined } from './rejoined.js';
import { inOrder } from './serial.js';
import { assertingTold } from './told.js';
import { unplannable } from './unplannable.js';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import {
  QueryPlanner,
  type FetchDataRewrite,
  type FetchNode,
  type PlanNode,
  type QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { Kind, parse, visit, type DocumentNode, type FieldNode } from 'graphql';

/** Plans that are weighed for one operation. Unit: plans. */
const MAX_EVALUATED_PLANS = 1_000;

/**
 * Apollo's query planner on a supergraph, cured of what it gets wrong: see {@link entryKeysFirst},
 * {@link withRequiredFields}, {@link dividedByChains}, {@link askable}, {@link splittingBySome}, {@link keepingKeyed} and {@link inOrder};
 * and a plan that does not exist is an error.
 */
export function apolloPlanner(supergraph: DocumentNode): Planner {
  const { document, required } = withRequiredFields(entryKeysFirst(supergraph));
  const divided = dividedByChains(document);
  // The supergraph was checked before, and checking costs most of the time that loading takes.
  const built = Supergraph.build(divided.document, { supportedFeatures: null, validateSupergraph: false });
  const planner = new QueryPlanner(built, {
    exposeDocumentNodeInFetchNode: false,
    reuseQueryFragments: false,
    debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS },
  });
  const schema = built.apiSchema();
  const composites = new Composites(document);
  const ask = askable(schema, new Standing(composites));
  const relations = typeRelations(supergraph);
  const keepKeyed = keepingKeyed(document, relations);
  const stepFrom: StepFrom = (node, path) => {
    const step = fetchFrom(node, path, required);
    return { ...step, subgraph: divided.nameOf(step.subgraph) };
  };
  const splitBySome = splittingBySome(document, relations);
  const narrow = narrowing(composites, relations);
  const assertTold = assertingTold(supergraph);
  const finished = (step: FetchStep) =>
    changed(splitBySome(step), (each) => splitByRequired(keepKeyed(each), required));
  return {
    overrideLabels: overrideLabelsIn(supergraph),
    plan: (operation, overrides) =>
      inOrder(operation, (part) => {
        const node = rawPlan({ planner, schema }, ask(part), overrides);
        if (!node) throw unplannable('the plan is empty');
        const plan = planFrom(node, [], stepFrom);
        const whole = changed(divided.isDivided ? rejoined(plan) : plan, finished);
        assertTold(whole);
        return narrow(whole, part);
      }),
  };
}

interface Apollo {
  readonly planner: QueryPlanner;
  readonly schema: Schema;
}

function rawPlan(
  { planner, schema }: Apollo,
  document: DocumentNode,
  overrides: ReadonlySet<string>,
): PlanNode | undefined {
  try {
    const operation = operationFromDocument(schema, document);
    const overrideConditions = new Map([...overrides].map((label) => [label, true]));
    const { node } = planner.buildQueryPlan(operation, { overrideConditions });
    return node?.kind === 'Subscription' ? node.primary : node;
  } catch (error) {
    throw unplannable((error as Error).message);
  }
}

function overrideLabelsIn(supergraph: DocumentNode): readonly string[] {
  const labels = new Set<string>();
  visit(supergraph, {
    Argument({ name, value }) {
      if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
    },
  });
  return [...labels].toSorted();
}

type StepFrom = (node: FetchNode, path: readonly string[]) => FetchStep;

function planFrom(node: PlanNode, path: readonly string[], stepFrom: StepFrom): Plan {
  switch (node.kind) {
    case 'Fetch':
      return stepFrom(node, path);
    case 'Flatten':
      return planFrom(node.node, [...path, ...node.path.map(String)], stepFrom);
    case 'Sequence':
    case 'Parallel': {
      const kind = node.kind === 'Sequence' ? 'sequence' : 'parallel';
      return { kind, steps: node.nodes.map((each) => planFrom(each, path, stepFrom)) };
    }
    default:
      throw unplannable(`a plan holds a ${node.kind}`);
  }
}

function fetchFrom(node: FetchNode, path: readonly string[], required: RequiredFields): FetchStep {
  return {
    kind: 'fetch',
    subgraph: node.serviceName,
    document: withTrueNames(parse(node.operation, { noLocation: true }), required),
    operation: node.operationKind,
    variables: node.variableUsages ?? [],
    path,
    requires: node.requires?.map((each) => requiredFrom(each, required)),
    inputRewrites: node.inputRewrites?.map(rewriteFrom) ?? [],
    outputRewrites: node.outputRewrites?.map(rewriteFrom) ?? [],
    contextRewrites: node.contextRewrites?.map((each) => rewriteFrom(each) as Rename) ?? [],
  };
}

/** The document with the fields that stand for fields with arguments asked for as what they are. */
function withTrueNames(document: DocumentNode, { fields }: RequiredFields): DocumentNode {
  if (fields.size === 0) return document;
  return visit(document, {
    Field(node): FieldNode | undefined {
      const field = fields.get(node.name.value);
      if (!field) return undefined;
      return { ...node, alias: node.alias ?? node.name, name: field.name, arguments: field.arguments };
    },
  });
}

function requiredFrom(node: QueryPlanSelectionNode, required: RequiredFields): Required {
  const parts = node.selections?.map((each) => requiredFrom(each, required));
  if (node.kind !== 'Field') return { kind: 'fragment', type: node.typeCondition, parts: parts ?? [] };
  const name = required.fields.get(node.name)?.name.value ?? node.name;
  return { kind: 'key', key: node.alias ?? node.name, name, parts };
}

function rewriteFrom(rewrite: FetchDataRewrite): Rewrite {
  const { path } = rewrite;
  return rewrite.kind === 'KeyRenamer'
    ? { kind: 'rename', path, to: rewrite.renameKeyTo }
    : { kind: 'replace', path, value: rewrite.setValueTo };
}
