import type { FetchStep } from './plan.js';
import { Kind, visit, type ASTNode, type DocumentNode, type VariableDefinitionNode } from 'graphql';

/** What a fetch is told of the objects that it completes. */
const REPRESENTATIONS = 'representations';

/**
 * The fetch with another document, that defines the variables it uses and no others.
 *
 * @param known definitions that the document may lack
 */
export function withDocument(
  step: FetchStep,
  document: DocumentNode,
  known: readonly VariableDefinitionNode[] = [],
): FetchStep {
  const used = new Set(document.definitions.flatMap(variablesUsed));
  const isUsed = ({ variable }: VariableDefinitionNode) => used.has(variable.name.value);
  const byName = new Map(
    [...definitionsIn(document), ...known].filter(isUsed).map((each) => [each.variable.name.value, each]),
  );
  const definitions = document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? { ...each, variableDefinitions: [...byName.values()] } : each,
  );
  const variables = [...byName.keys()].filter((name) => name !== REPRESENTATIONS);
  return { ...step, document: { ...document, definitions }, variables };
}

/** The definitions of a document's variables. */
export function definitionsIn({ definitions }: DocumentNode): readonly VariableDefinitionNode[] {
  return definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
  );
}

function variablesUsed(node: ASTNode): readonly string[] {
  const names: string[] = [];
  visit(node, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void names.push(name.value),
  });
  return names;
}
