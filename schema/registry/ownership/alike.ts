import type { TypeNode } from '../../contract/access/applied.js';
import type { Meaning, Use } from '../reading/directives.js';
import type { MemberNode, MemberReading, TypeReading } from '../reading/subgraph.js';
import { print, valueFromASTUntyped } from 'graphql';

/** Directives that change how a part of the graph is seen, filtered, priced or named for clients. */
const CHANGING: ReadonlySet<Meaning> = new Set<Meaning>([
  'inaccessible',
  'tag',
  'authenticated',
  'requiresScopes',
  'policy',
  'cost',
  'listSize',
  'cacheTag',
]);

/** What a part says of its visibility, in one spelling each. */
export function changingUses(uses: readonly Use[]): readonly string[] {
  return uses.filter(({ meaning }) => CHANGING.has(meaning)).map(spelledUse);
}

function spelledUse({ meaning, node: { arguments: given = [] } }: Use): string {
  const values = given.map(
    ({ name, value }) => `${name.value}: ${JSON.stringify(valueFromASTUntyped(value))}`,
  );
  return `@${meaning}(${values.toSorted().join(', ')})`;
}

/** Whether two subgraphs say the same of a type, descriptions and routing aside. */
export function areTypesAlike(one: TypeReading, other: TypeReading): boolean {
  return (
    kindOf(one) === kindOf(other) &&
    spelledType(one) === spelledType(other) &&
    one.members.size === other.members.size &&
    [...one.members.values()].every((member) => isMemberAlike(member, other.members.get(member.name)))
  );
}

/** Whether two subgraphs say the same of a field or a value, descriptions and routing aside. */
export function isMemberAlike(one: MemberReading, other: MemberReading | undefined): boolean {
  return other !== undefined && spelledMember(one) === spelledMember(other);
}

/** What kind of type it is, whether it is extended or not. */
export function kindOf({ nodes, uses }: TypeReading): string {
  if (uses.some(({ meaning }) => meaning === 'interfaceObject')) return 'Interface';
  return nodes[0]?.kind.replace(/Type(Definition|Extension)$/, '') ?? '';
}

/** The interfaces that a type implements, or the types of a union. */
export function namesWithin(type: TypeReading, part: 'interfaces' | 'types'): readonly string[] {
  const lists = type.nodes.map((node) => (node as NodeWithNames)[part] ?? []);
  return [...new Set(lists.flat().map(({ name }) => name.value))].toSorted();
}

interface NodeWithNames extends Pick<TypeNode, 'kind'> {
  readonly interfaces?: readonly NamedPart[];
  readonly types?: readonly NamedPart[];
}

interface NamedPart {
  readonly name: { readonly value: string };
}

/** What a type says of itself, its fields and values aside, in one spelling. */
export function spelledHead(type: TypeReading): string {
  const described = type.nodes.map((node) => ('description' in node && node.description?.value) || '');
  return [kindOf(type), ...described, spelledType(type)].join('\n');
}

function spelledType(type: TypeReading): string {
  const names = [...namesWithin(type, 'interfaces'), ...namesWithin(type, 'types')];
  return [...names, ...changingUses(type.uses).toSorted()].join(' ');
}

/** What a field or a value says of itself in one spelling, with its descriptions or without. */
export function spelledMember({ node, uses }: MemberReading, form: 'DESCRIBED' | 'BARE' = 'BARE'): string {
  const deprecation = node.directives?.find(({ name }) => name.value === 'deprecated');
  return [
    print(form === 'DESCRIBED' ? orderedNode(node) : bareNode(node)),
    deprecation ? print(deprecation) : '',
    ...changingUses(uses).toSorted(),
  ].join(' ');
}

function bareNode(node: MemberNode): MemberNode {
  const bare = { ...node, description: undefined };
  if (!('arguments' in node)) return orderedNode(bare);
  const given = (node.arguments ?? []).map((each) => ({ ...each, description: undefined }));
  return orderedNode({ ...bare, arguments: given } as MemberNode);
}

/** Without directives, and with its arguments in one order. */
function orderedNode(node: MemberNode): MemberNode {
  const plain = { ...node, directives: [] };
  if (!('arguments' in node)) return plain;
  return { ...plain, arguments: node.arguments?.toSorted(byName) } as MemberNode;
}

function byName(one: NamedPart, other: NamedPart): number {
  return one.name.value < other.name.value ? -1 : 1;
}
