import { coordinate, selectionOf, textOf, type Composite, type Composites } from './composites.js';
import {
  Kind,
  type ConstArgumentNode,
  type ConstDirectiveNode,
  type ConstValueNode,
  type SelectionSetNode,
} from 'graphql';

/** Directives of a supergraph. */
export type Directives = readonly ConstDirectiveNode[];

/** The fields, as `Type.field`, that a graph's keys and `@provides` name: it may answer them though they are others'. */
export function answeredFields(graph: string, composites: Composites): ReadonlySet<string> {
  return new Set([...keyFields(graph, composites), ...namedBy('provides', graph, { composites })]);
}

/**
 * The fields, as `Type.field`, that the `@requires` and `@provides` of some of a graph's fields name.
 *
 * @param isMeant whether a field, as `Type.field`, is one of these
 */
export function toldFields(
  graph: string,
  composites: Composites,
  isMeant: (field: string) => boolean,
): readonly string[] {
  const meant = { composites, isMeant };
  return [...namedBy('requires', graph, meant), ...namedBy('provides', graph, meant)];
}

/** The fields, as `Type.field`, that a graph's keys name: all of them, or of each type the one to enter by. */
export function keyFields(
  graph: string,
  composites: Composites,
  which: 'all' | 'entries' = 'all',
): readonly string[] {
  return composites.all.flatMap((type) => {
    const keys = keysOf(type, graph);
    const sets = setsIn(which === 'all' ? keys : keys.slice(0, 1), 'key', graph);
    return sets.flatMap((set) => composites.coordinates(set, type.name.value));
  });
}

/** What says by which keys a graph knows a type, the one to enter by first. */
export function keysOf({ directives = [] }: Composite, graph: string): Directives {
  const keys = directives.filter(
    (each) => isJoinType(each) && textOf(each, 'graph') === graph && textOf(each, 'key') !== undefined,
  );
  return keys.toSorted((a, b) => Number(isClosed(a)) - Number(isClosed(b)));
}

function isClosed(key: ConstDirectiveNode): boolean {
  return textOf(key, 'resolvable') === 'false';
}

interface Meant {
  readonly composites: Composites;
  readonly isMeant?: (field: string) => boolean;
}

function namedBy(
  rule: 'requires' | 'provides',
  graph: string,
  { composites, isMeant = () => true }: Meant,
): readonly string[] {
  const all = composites.all.flatMap(({ name: { value: type }, fields = [] }) =>
    fields.map((field) => ({ type, field, name: field.name.value })),
  );
  const meant = all.filter(({ type, name }) => isMeant(coordinate(type, name)));
  return meant.flatMap(({ type, field, name }) => {
    const of = rule === 'requires' ? type : composites.typeOf(type, name);
    return setsIn(field.directives ?? [], rule, graph).flatMap((set) => composites.coordinates(set, of));
  });
}

function setsIn(joins: Directives, rule: string, graph: string): readonly SelectionSetNode[] {
  const own = joins.filter((join) => textOf(join, 'graph') === graph);
  return own.flatMap((join) => textOf(join, rule) ?? []).map(selectionOf);
}

/** The graphs that have a type. */
export function graphsOf({ directives = [] }: Composite): readonly string[] {
  return [...new Set(directives.filter(isJoinType).flatMap((join) => textOf(join, 'graph') ?? []))];
}

/** Whether a graph can be asked for a type by a key. */
export function isEntity(type: Composite, graph: string): boolean {
  return keysOf(type, graph).some((key) => !isClosed(key));
}

function isJoinType({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__type';
}

/** Whether a directive says which graph answers a field. */
export function isJoinField({ name }: ConstDirectiveNode): boolean {
  return name.value === 'join__field';
}

/** Says that a graph answers a field, or only knows of it. */
export function joinField(graph: string, isExternal = false): ConstDirectiveNode {
  const external = argument('external', { kind: Kind.BOOLEAN, value: true });
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'join__field' },
    arguments: [argument('graph', { kind: Kind.ENUM, value: graph }), ...(isExternal ? [external] : [])],
  };
}

function argument(name: string, value: ConstValueNode): ConstArgumentNode {
  return { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value };
}

/** The directive with other texts for some of its arguments. */
export function withText(
  directive: ConstDirectiveNode,
  texts: Readonly<Record<string, string>>,
): ConstDirectiveNode {
  const changed = directive.arguments?.map((each) => {
    const text = texts[each.name.value];
    const isText = each.value.kind === Kind.ENUM || each.value.kind === Kind.STRING;
    return text !== undefined && isText ? { ...each, value: { ...each.value, value: text } } : each;
  });
  return { ...directive, arguments: changed };
}
