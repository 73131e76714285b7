import type { FetchStep, Plan, Rename, Required, Rewrite } from './plan.js';
import type { RequiredFields } from './cures/required-arguments.js';
import { unplannable } from './unplannable.js';
import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { parse, visit, type DocumentNode, type FieldNode } from 'graphql';

/**
 * Reads a plan of Apollo's planner.
 *
 * @param required fields that stand for others
 */
export function planFrom(node: PlanNode, required: RequiredFields, path: readonly string[] = []): Plan {
  switch (node.kind) {
    case 'Fetch':
      return fetchFrom(node, required, path);
    case 'Flatten':
      return planFrom(node.node, required, [...path, ...node.path.map(String)]);
    case 'Sequence':
    case 'Parallel': {
      const kind = node.kind === 'Sequence' ? 'sequence' : 'parallel';
      return { kind, steps: node.nodes.map((each) => planFrom(each, required, path)) };
    }
    default:
      throw unplannable(`a plan holds a ${node.kind}`);
  }
}

function fetchFrom(node: FetchNode, required: RequiredFields, path: readonly string[]): FetchStep {
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
