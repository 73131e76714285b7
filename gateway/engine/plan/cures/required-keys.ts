import { graphNames } from '../../../supergraph/facts.js';
import type { TypeRelations } from '../../execute/type-relations.js';
import type { FetchStep, Required, RequiredFragment } from '../plan.js';
import { Kind, parse, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** Has a fetch tell its subgraph of no object without a key. */
export type KeepKeyed = (step: FetchStep) => FetchStep;

/** A key by which a subgraph finds objects of a type. */
interface Entry {
  readonly subgraph: string;
  readonly type: string;
  /** Names of the key's fields. */
  readonly fields: readonly string[];
}

/**
 * Makes the function for one supergraph.
 *
 * For a field of an interface that is selected of one type alone, the planner requires the key of that type, and what
 * the field needs of the whole interface: objects of other types would be told without a key.
 */
export function keepingKeyed(supergraph: DocumentNode, relations: TypeRelations): KeepKeyed {
  const entries = entriesIn(supergraph);
  return (step) => {
    const fragments = step.requires?.filter((each) => each.kind === 'fragment') ?? [];
    if (fragments.length < 2) return step;
    const known = entries.filter(({ subgraph }) => subgraph === step.subgraph);
    return { ...step, requires: keyedOf(fragments, known, relations) };
  };
}

function keyedOf(
  all: readonly RequiredFragment[],
  entries: readonly Entry[],
  relations: TypeRelations,
): readonly Required[] {
  const wholes = all.map((fragment) => ({
    ...fragment,
    parts: all.filter((other) => isWithin(fragment, other, relations)).flatMap(({ parts }) => parts),
  }));
  const keyed = wholes.filter((whole) => hasKey(whole, entries, relations));
  if (keyed.length === 0 || keyed.length === all.length) return all;
  const added = all.filter((each) => keyed.some((whole) => isWithin(each, whole, relations)));
  return [...keyed, ...added.filter(({ type }) => keyed.every((whole) => whole.type !== type))];
}

function isWithin({ type }: RequiredFragment, other: RequiredFragment, relations: TypeRelations): boolean {
  return other.type === undefined || (type !== undefined && relations.isOf(type, other.type));
}

function hasKey(
  { type = '', parts }: RequiredFragment,
  entries: readonly Entry[],
  relations: TypeRelations,
): boolean {
  const told = new Set(parts.map((part) => part.kind === 'key' && part.name));
  return entries.some(
    (entry) => relations.isOf(type, entry.type) && entry.fields.every((field) => told.has(field)),
  );
}

function entriesIn(supergraph: DocumentNode): readonly Entry[] {
  const nameOf = graphNames(supergraph);
  return supergraph.definitions.flatMap((each) => {
    if (each.kind !== Kind.OBJECT_TYPE_DEFINITION && each.kind !== Kind.INTERFACE_TYPE_DEFINITION) return [];
    const joins = each.directives?.filter(({ name }) => name.value === 'join__type') ?? [];
    return joins
      .map(argumentsOf)
      .flatMap(({ graph, key, resolvable }) =>
        typeof key === 'string' && resolvable !== false
          ? [{ subgraph: nameOf(graph), type: each.name.value, fields: topFieldsOf(key) }]
          : [],
      );
  });
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

function topFieldsOf(key: string): readonly string[] {
  const [operation] = parse(`{${key}}`, { noLocation: true }).definitions;
  const selections = operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
  return selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}
