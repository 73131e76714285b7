import {
  isTypeDefinitionNode,
  Kind,
  print,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  type NamedTypeNode,
  type TypeDefinitionNode,
} from 'graphql';
import { EXECUTABLE } from '../reading/api-document.js';
import { isSpecType } from '../reading/machinery.js';
import type { MemberNode } from '../reading/subgraph.js';

/** A part of a supergraph that belongs to one owner, as clients see it: without who answers it. */
export interface Part {
  readonly text: string;
  /** The interfaces of a type, or the types of a union: there may be more of them by the leave to extend. */
  readonly names: readonly string[];
}

/** Takes a supergraph apart: types without their fields, fields, values, and directives that clients may use. */
export function partsOf({ definitions }: DocumentNode): ReadonlyMap<string, Part> {
  return new Map(definitions.flatMap(partsIn));
}

type Placed = readonly [coordinate: string, part: Part];

function partsIn(definition: DefinitionNode): readonly Placed[] {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return directivePart(definition);
  if (!isTypeDefinitionNode(definition) || isSpecType(definition)) return [];
  const name = definition.name.value;
  const members =
    'values' in definition ? definition.values : 'fields' in definition ? definition.fields : [];
  return [
    [name, head(definition)],
    ...(members ?? []).map((each): Placed => [
      `${name}.${each.name.value}`,
      { text: memberText(each), names: [] },
    ]),
  ];
}

function directivePart(definition: DirectiveDefinitionNode): readonly Placed[] {
  const { value: name } = definition.name;
  const isForClients = definition.locations.some(({ value }) => EXECUTABLE.has(value));
  return isForClients ? [[`@${name}`, { text: print(definition), names: [] }]] : [];
}

/** What says which subgraph answers what, and which specifications are followed. */
function isRouting(name: string): boolean {
  return name.startsWith('join__') || name === 'link';
}

function head(type: TypeDefinitionNode): Part {
  const { interfaces = [], types = [] } = type as {
    readonly interfaces?: readonly NamedTypeNode[];
    readonly types?: readonly NamedTypeNode[];
  };
  return {
    text: [type.kind, type.description?.value ?? '', directivesText(type.directives)].join('\n'),
    names: [...interfaces, ...types].map(({ name }) => name.value),
  };
}

function memberText(member: MemberNode): string {
  const args = 'arguments' in member ? (member.arguments ?? []) : [];
  const type = 'type' in member ? print(member.type) : '';
  const value = 'defaultValue' in member && member.defaultValue ? print(member.defaultValue) : '';
  return [
    member.description?.value ?? '',
    type,
    value,
    sorted(args.map(argumentText)),
    directivesText(member.directives),
  ].join('\n');
}

function argumentText(argument: InputValueDefinitionNode): string {
  return `${argument.name.value} ${memberText(argument)}`;
}

function directivesText(directives: readonly ConstDirectiveNode[] = []): string {
  return sorted(directives.filter(({ name }) => !isRouting(name.value)).map((each) => print(each)));
}

function sorted(texts: readonly string[]): string {
  return texts.toSorted().join('\n');
}
