import type { BenchSubgraph } from './catalogue.js';
import type { Item } from './records.js';
import {
  Kind,
  parse,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** What a gateway asks of a subgraph. */
export interface Asked {
  readonly query: string;
  readonly variables?: Values;
  readonly operationName?: string;
}

interface Task {
  readonly subgraph: BenchSubgraph;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Values;
}

/**
 * Answers one request of a gateway without checking it.
 *
 * Gateways are measured here, not subgraphs: a full GraphQL server would take more of the load's core than the load.
 *
 * @throws GraphQLError when the document does not parse.
 */
export function answerOf(subgraph: BenchSubgraph, { query, variables = {}, operationName }: Asked): Values {
  const document = parse(query, { noLocation: true });
  const operation = document.definitions.find(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION && (!operationName || each.name?.value === operationName),
  );
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`No operation in ${query}`);
  const task = { subgraph, fragments: fragmentsIn(document), variables };
  return { data: selected(task, { __typename: 'Query' }, operation.selectionSet) };
}

function fragmentsIn({ definitions }: DocumentNode): Task['fragments'] {
  const found = definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(found.map((fragment) => [fragment.name.value, fragment]));
}

function selected(task: Task, source: Item, { selections }: SelectionSetNode): Values {
  const target: Record<string, unknown> = {};
  for (const { key, field } of fieldsOf(task, source, selections)) {
    const value = completed(task, valueOf(task, source, field), field);
    target[key] = merged(target[key], value);
  }
  return target;
}

function* fieldsOf(
  task: Task,
  source: Item,
  selections: SelectionSetNode['selections'],
): Generator<{ readonly key: string; readonly field: FieldNode }> {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      yield { key: selection.alias?.value ?? selection.name.value, field: selection };
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? task.fragments.get(selection.name.value) : selection;
    const type = fragment?.typeCondition?.name.value ?? source.__typename;
    if (fragment && type === source.__typename)
      yield* fieldsOf(task, source, fragment.selectionSet.selections);
  }
}

function valueOf({ subgraph, variables }: Task, source: Item, field: FieldNode): unknown {
  const name = field.name.value;
  const args = argumentsOf(field, variables);
  if (name === '_entities') return entities(subgraph, args);
  if (name === '_service') return { __typename: '_Service', sdl: subgraph.sdl };
  return subgraph.resolvers[source.__typename]?.[name]?.(source, args) ?? source[name] ?? null;
}

function argumentsOf({ arguments: given = [] }: FieldNode, variables: Values): Values {
  return Object.fromEntries(
    given.map(({ name, value }) => [name.value, valueFromASTUntyped(value, { ...variables })]),
  );
}

function entities({ entities }: BenchSubgraph, { representations }: Values): readonly (Item | null)[] {
  return (representations as readonly Item[]).map((each) => entities[each.__typename]?.(each) ?? null);
}

function completed(task: Task, value: unknown, field: FieldNode): unknown {
  const { selectionSet } = field;
  if (value === null || !selectionSet) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => completed(task, each, field));
  return selected(task, value as Item, selectionSet);
}

/** A field may be selected twice, with other fields below it. */
function merged(before: unknown, now: unknown): unknown {
  if (!isObject(before) || !isObject(now)) return now;
  if (Array.isArray(before) && Array.isArray(now))
    return now.map((each, index) => merged(before[index], each));
  const both: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(now)) both[key] = merged(both[key], value);
  return both;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null;
}
