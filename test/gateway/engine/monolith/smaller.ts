import {
  BREAK,
  Kind,
  validate,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Asking } from './asking.js';

/** Valid operations that ask for one thing less, the larger cuts first. */
export function* smallerAskings(schema: GraphQLSchema, { document, variables }: Asking): Generator<Asking> {
  for (const cut of cutsOf(document)) {
    const smaller = withoutUnused({ document: cut(), variables });
    if (validate(schema, smaller.document).length === 0) yield smaller;
  }
  for (const name of Object.keys(variables)) {
    const { [name]: _, ...rest } = variables;
    if (!isNeeded(document, name)) yield { document, variables: rest };
  }
}

type Cut = () => DocumentNode;

/** In the order of the text, so that what is nearer to the root goes first. */
function cutsOf(document: DocumentNode): readonly Cut[] {
  const cuts: Cut[] = [];
  visit(document, {
    enter(node) {
      if (node.kind === Kind.SELECTION_SET) cuts.push(...cutsOfSet(document, node));
      if (node.kind === Kind.DIRECTIVE || node.kind === Kind.ARGUMENT) cuts.push(removing(document, node));
      if (node.kind === Kind.OBJECT_FIELD) cuts.push(removing(document, node));
      if (node.kind === Kind.FIELD && node.alias) cuts.push(removing(document, node.alias));
    },
  });
  return cuts;
}

function cutsOfSet(document: DocumentNode, set: SelectionSetNode): readonly Cut[] {
  const removed = set.selections.length > 1 ? set.selections.map((each) => removing(document, each)) : [];
  const opened = set.selections.flatMap((each) => openings(document, set, each));
  return [...removed, ...opened];
}

function removing(document: DocumentNode, target: ASTNode): Cut {
  return () => replacing(document, target, null);
}

function replacing(document: DocumentNode, target: ASTNode, by: ASTNode | null): DocumentNode {
  return visit(document, { enter: (node) => (node === target ? by : undefined) });
}

/** What a fragment holds, in place of the fragment. */
function openings(document: DocumentNode, set: SelectionSetNode, node: SelectionNode): readonly Cut[] {
  const held = heldBy(document, node);
  if (!held) return [];
  const selections = set.selections.flatMap((each) => (each === node ? held : [each]));
  return [() => replacing(document, set, { ...set, selections })];
}

function heldBy(document: DocumentNode, node: SelectionNode): readonly SelectionNode[] | null {
  if (node.kind === Kind.INLINE_FRAGMENT) return node.selectionSet.selections;
  if (node.kind === Kind.FIELD) return null;
  const fragment = fragmentsOf(document).find(({ name }) => name.value === node.name.value);
  if (!fragment) return null;
  const { typeCondition, selectionSet } = fragment;
  return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet, directives: [] }];
}

function fragmentsOf({ definitions }: DocumentNode): readonly FragmentDefinitionNode[] {
  return definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
}

/** The operation without fragments and variables that nothing uses. */
function withoutUnused({ document, variables }: Asking): Asking {
  const spreads = namesOf(document, Kind.FRAGMENT_SPREAD);
  const kept = document.definitions.filter(
    (each) => each.kind !== Kind.FRAGMENT_DEFINITION || spreads.has(each.name.value),
  );
  if (kept.length < document.definitions.length) {
    return withoutUnused({ document: { ...document, definitions: kept }, variables });
  }
  const used = namesOf({ ...document, definitions: kept.map(withoutDefinitions) }, Kind.VARIABLE);
  return {
    document: visit(document, {
      VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
    }),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name))),
  };
}

function withoutDefinitions(definition: DefinitionNode): DefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION
    ? { ...definition, variableDefinitions: [] }
    : definition;
}

function namesOf(document: DocumentNode, kind: Kind.FRAGMENT_SPREAD | Kind.VARIABLE): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    enter(node) {
      if (node.kind === kind && 'name' in node && node.name) names.add(node.name.value);
    },
  });
  return names;
}

/** Whether a variable must be given. */
function isNeeded(document: DocumentNode, name: string): boolean {
  let isNeeded = false;
  visit(document, {
    VariableDefinition({ variable, type, defaultValue }) {
      if (variable.name.value !== name) return undefined;
      isNeeded = type.kind === Kind.NON_NULL_TYPE && !defaultValue;
      return BREAK;
    },
  });
  return isNeeded;
}
