import { namedIn } from '../reading/field-set.js';
import type { MemberReading, SubgraphReading } from '../reading/subgraph.js';
import { Kind, parse, print, visit, type FieldNode, type SelectionSetNode } from 'graphql';

const QUERY = /supergraph API query:\n(?<query>[\s\S]*?)\ncannot be satisfied/;
const MISSING = /cannot find field "(?<field>\w+\.\w+)"/;

/**
 * The query in a reason of composition, in a form that can be sent and without what it does not need; nothing where
 * there is none.
 */
export function unanswerable(message: string, readings: readonly SubgraphReading[]): string | undefined {
  const query = QUERY.exec(message)?.groups?.['query'];
  if (query === undefined) return undefined;
  const whole = query.replaceAll(/\.\.\.(?=\s*\})/g, '__typename');
  try {
    return print(shrunk(parse(whole), readings));
  } catch {
    return whole;
  }
}

/** The field that no subgraph on the way can answer. */
export function missingField(message: string): string | undefined {
  return MISSING.exec(message)?.groups?.['field'];
}

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

function shrunk(document: ReturnType<typeof parse>, readings: readonly SubgraphReading[]) {
  return visit(document, {
    OperationDefinition: (node) => ({
      ...node,
      selectionSet: shrunkSet(node.selectionSet, ROOTS[node.operation], readings),
    }),
  });
}

function shrunkSet(
  set: SelectionSetNode,
  type: string,
  readings: readonly SubgraphReading[],
): SelectionSetNode {
  const selections = set.selections.map((each) => {
    if (each.kind === Kind.FIELD) return shrunkField(each, type, readings);
    if (each.kind === Kind.FRAGMENT_SPREAD) return each;
    const on = each.typeCondition?.name.value ?? type;
    return { ...each, selectionSet: shrunkSet(each.selectionSet, on, readings) };
  });
  return { ...set, selections };
}

/** Without the arguments that may be left out. */
function shrunkField(field: FieldNode, type: string, readings: readonly SubgraphReading[]): FieldNode {
  const member = readings.flatMap(({ types }) => types.get(type)?.members.get(field.name.value) ?? [])[0];
  const needed = requiredOf(member);
  const given = field.arguments?.filter(({ name }) => !member || needed.has(name.value));
  const below = member && 'type' in member.node ? namedIn(member.node.type) : '';
  const selectionSet = field.selectionSet && shrunkSet(field.selectionSet, below, readings);
  return { ...field, arguments: given, selectionSet };
}

function requiredOf(member: MemberReading | undefined): ReadonlySet<string> {
  const given = member && 'arguments' in member.node ? (member.node.arguments ?? []) : [];
  const required = given.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  return new Set(required.map(({ name }) => name.value));
}
