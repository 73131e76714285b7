import type { TypeNode } from '../../contract/access/applied.js';
import { specLinks } from '../../contract/access/links.js';
import { meaningsIn, usesAt, type MeaningOf, type Use } from './directives.js';
import { specTypesIn } from './machinery.js';
import { rootNamesIn } from './roots.js';
import {
  isTypeDefinitionNode,
  isTypeExtensionNode,
  parse,
  type DocumentNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
} from 'graphql';

/** A subgraph's SDL as the registry reads it. */
export interface SubgraphReading {
  readonly subgraph: string;
  readonly agency: string;
  readonly document: DocumentNode;
  readonly meaningOf: MeaningOf;
  /** By the names that they have in the supergraph. */
  readonly types: ReadonlyMap<string, TypeReading>;
}

/** A type of a subgraph, its extensions included. */
export interface TypeReading {
  readonly name: string;
  readonly nodes: readonly TypeNode[];
  readonly uses: readonly Use[];
  /** Fields, input fields, or the values of an enum, by name. */
  readonly members: ReadonlyMap<string, MemberReading>;
  readonly line: number | undefined;
}

/** A field, an input field or a value of an enum. */
export interface MemberReading {
  readonly name: string;
  readonly node: MemberNode;
  /** Its directives, and those of the type that hold for each of its fields: `@external` and `@shareable`. */
  readonly uses: readonly Use[];
  readonly line: number | undefined;
}

/** What a type is made of. */
export type MemberNode = FieldDefinitionNode | InputValueDefinitionNode | EnumValueDefinitionNode;

/** Whose SDL is read. */
export interface Named {
  readonly subgraph: string;
  readonly agency: string;
}

/** Reads an SDL that is known to parse. */
export function readSubgraph(sdl: string, { subgraph, agency }: Named): SubgraphReading {
  const document = parse(sdl);
  const meaningOf = meaningsIn(document);
  return { subgraph, agency, document, meaningOf, types: typesIn(document, meaningOf) };
}

/** Reads an SDL that may not parse; nothing where it does not. */
export function readIfParsed(sdl: string, named: Named): SubgraphReading | undefined {
  try {
    return readSubgraph(sdl, named);
  } catch {
    return undefined;
  }
}

function typesIn(document: DocumentNode, meaningOf: MeaningOf): SubgraphReading['types'] {
  const canonical = rootNamesIn(document);
  const nodes = document.definitions.filter(
    (each): each is TypeNode => isTypeDefinitionNode(each) || isTypeExtensionNode(each),
  );
  const named = Map.groupBy(nodes, ({ name }) => canonical.get(name.value) ?? name.value);
  const specTypes = specTypesIn(specLinks(document));
  const own = [...named].filter(([name]) => !MACHINERY.has(name) && !specTypes.has(name));
  return new Map(own.map(([name, parts]) => [name, typeReading(name, parts, meaningOf)]));
}

/** Types with which federation itself works, beside those of its specifications. */
const MACHINERY: ReadonlySet<string> = new Set(['_Service', '_Any', '_Entity']);

/** Fields of `Query` with which federation itself works. */
const MACHINERY_FIELDS: ReadonlySet<string> = new Set(['_service', '_entities']);

function typeReading(name: string, nodes: readonly TypeNode[], meaningOf: MeaningOf): TypeReading {
  const uses = nodes.flatMap((node) => usesAt(node, meaningOf));
  const members = nodes
    .flatMap((node) => membersOf(node).map((member) => memberReading(member, node, meaningOf)))
    .filter((member) => !MACHINERY_FIELDS.has(member.name));
  return { name, nodes, uses, members: byName(members), line: nodes[0]?.loc?.startToken.line };
}

/** A field that stands twice counts with what is said of it at both places. */
function byName(members: readonly MemberReading[]): TypeReading['members'] {
  const named = new Map<string, MemberReading>();
  for (const member of members) {
    const other = named.get(member.name);
    named.set(member.name, other ? { ...other, uses: [...other.uses, ...member.uses] } : member);
  }
  return named;
}

function membersOf(node: TypeNode): readonly MemberNode[] {
  if ('values' in node) return node.values ?? [];
  return 'fields' in node ? (node.fields ?? []) : [];
}

function memberReading(node: MemberNode, type: TypeNode, meaningOf: MeaningOf): MemberReading {
  const handedDown = usesAt(type, meaningOf).filter(({ meaning }) => HANDED_DOWN.has(meaning));
  const uses = [...usesAt(node, meaningOf), ...handedDown];
  return { name: node.name.value, node, uses, line: node.loc?.startToken.line };
}

const HANDED_DOWN: ReadonlySet<string> = new Set(['external', 'shareable']);
