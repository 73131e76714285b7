import { selectionOf, textOf, type Composite, type Composites } from './composites.js';
import { Kind, type ConstArgumentNode, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/** Directives of a supergraph. */
export type Directives = readonly ConstDirectiveNode[];

/** The fields, as `Type.field`, that a graph's keys, `@requires` and `@provides` name. */
export function neededFields(graph: string, composites: Composites): ReadonlySet<string> {
  const named = (joins: Directives, sets: readonly string[], type: string) =>
    joins
      .filter((join) => textOf(join, 'graph') === graph)
      .flatMap((join) => sets.flatMap((set) => textOf(join, set) ?? []))
      .flatMap((set) => composites.coordinates(selectionOf(set), type));
  return new Set(
    composites.all.flatMap(({ name: { value: type }, directives = [], fields = [] }) => [
      ...named(directives, ['key'], type),
      ...fields.flatMap(({ name, directives: joins = [] }) => [
        ...named(joins, ['requires'], type),
        ...named(joins, ['provides'], composites.typeOf(type, name.value)),
      ]),
    ]),
  );
}

/** The graphs that have a type. */
export function graphsOf({ directives = [] }: Composite): readonly string[] {
  const joins = directives.filter(({ name }) => name.value === 'join__type');
  return [...new Set(joins.flatMap((join) => textOf(join, 'graph') ?? []))];
}

/** Whether a graph can be asked for a type by a key. */
export function isEntity({ directives = [] }: Composite, graph: string): boolean {
  return directives.some(
    (each) =>
      each.name.value === 'join__type' &&
      textOf(each, 'graph') === graph &&
      textOf(each, 'key') !== undefined &&
      textOf(each, 'resolvable') !== 'false',
  );
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
