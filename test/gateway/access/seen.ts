import type { Caller } from '../../../schema/contract/caller.js';
import type { Operation, SelectedField, Selection } from '../../../gateway/engine/operation.js';
import { GRAPH } from '../engine/filter/a-graph.js';
import { isFieldOpen, isOpen } from '../engine/filter/wanted.js';
import type { Thing, Value } from './world.js';
import {
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  type GraphQLNamedType,
  type GraphQLOutputType,
} from 'graphql';

/** A null where none may stand. */
const VOID = Symbol('void');

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | null;

/** What a caller should see of an operation, reckoned without the gateway. */
export function seen({ selection }: Operation, root: Thing, caller: Caller): Json {
  return seenObject([selection], root, caller);
}

interface Occurrence {
  readonly field: SelectedField;
  readonly isDenied: boolean;
}

function seenObject(selections: readonly Selection[], thing: Thing, caller: Caller): Json {
  const occurrences = selections.flatMap((each) => occurrencesIn(each, thing, { caller, isShown: true }));
  const byKey = Map.groupBy(occurrences, ({ field }) => field.key);
  const entries = [...byKey].map(([key, same]) => [key, seenField(same, thing, caller)] as const);
  if (entries.some(([, value]) => value === VOID)) return null;
  return Object.fromEntries(entries) as Json;
}

interface View {
  readonly caller: Caller;
  readonly isShown: boolean;
}

function occurrencesIn(selection: Selection, thing: Thing, { caller, isShown }: View): readonly Occurrence[] {
  return selection.flatMap((each) => {
    if (each.kind === 'field') {
      const isSeen = isShown && (!each.field || isFieldOpen(each.parent, each.field, caller));
      return [{ field: each, isDenied: each.name !== '__typename' && !isSeen }];
    }
    if (!isOf(thing, each.type)) return [];
    return occurrencesIn(each.selection, thing, { caller, isShown: isShown && isOpen(each.type, caller) });
  });
}

function isOf({ __typename: name }: Thing, type: GraphQLNamedType): boolean {
  if (!isAbstractType(type)) return type.name === name;
  return GRAPH.schema.getPossibleTypes(type).some((each) => each.name === name);
}

function seenField(same: readonly Occurrence[], thing: Thing, caller: Caller): Json | typeof VOID {
  const open = same.filter(({ isDenied }) => !isDenied).map(({ field }) => field);
  const [first = same[0]?.field] = open;
  if (!first?.field) return thing.__typename;
  const { type, name } = first.field;
  if (open.length === 0) return isNonNullType(type) ? VOID : null;
  const below = open.flatMap(({ selection }) => (selection ? [selection] : []));
  return seenValue(type, thing[name] ?? null, (value) => seenObject(below, value, caller));
}

function seenValue(
  type: GraphQLOutputType,
  value: Value,
  ofThing: (thing: Thing) => Json,
): Json | typeof VOID {
  if (isNonNullType(type)) return seenValue(type.ofType, value, ofThing) ?? VOID;
  if (value === null) return null;
  if (isListType(type)) return seenList(type.ofType, value as readonly Value[], ofThing);
  return isCompositeType(type) ? ofThing(value as Thing) : value;
}

function seenList(type: GraphQLOutputType, values: readonly Value[], ofThing: (thing: Thing) => Json): Json {
  const all = values.map((each) => seenValue(type, each, ofThing));
  return all.includes(VOID) ? null : (all as Json);
}
