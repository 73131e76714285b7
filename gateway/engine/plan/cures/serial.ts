import type { Plan } from '../plan.js';
import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/**
 * Plans a mutation so that each of its fields is answered with all that is below it before the next one begins.
 *
 * The planner sends neighbouring fields of one agency together and completes their records afterwards, when the later
 * changes have already been made. That stays so where nothing has to be completed.
 */
export function inOrder(operation: DocumentNode, planOf: (part: DocumentNode) => Plan): Plan {
  const plan = planOf(operation);
  const parts = partsOf(operation);
  if (parts.length < 2 || !completesRecords(plan)) return plan;
  return { kind: 'sequence', steps: parts.map(planOf) };
}

function completesRecords(plan: Plan): boolean {
  return plan.kind === 'fetch' ? plan.requires !== undefined : plan.steps.some(completesRecords);
}

/** An operation for each field of a mutation. */
function partsOf(operation: DocumentNode): readonly DocumentNode[] {
  const [definition] = operation.definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || definition.operation !== OperationTypeNode.MUTATION)
    return [];
  const byKey = Map.groupBy(definition.selectionSet.selections, keyOf);
  return [...byKey.values()].map((selections) => partWith(definition, selections));
}

function keyOf(node: SelectionNode): string | SelectionNode {
  return node.kind === Kind.FIELD ? (node.alias ?? node.name).value : node;
}

function partWith(definition: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode {
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...definition, selectionSet }] };
}
