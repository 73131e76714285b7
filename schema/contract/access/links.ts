import { Kind, valueFromASTUntyped, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** A specification that a supergraph follows. */
export interface SpecLink {
  readonly url: string;
  /** The URL without its version. */
  readonly identity: string;
  /** Last part of the identity, such as `policy`. */
  readonly spec: string;
  /** What its directives are called, or begin with, in this supergraph. */
  readonly name: string;
  /** What it is for, such as `SECURITY`. */
  readonly purpose?: string;
  /** Its own names for directives, by the names that they have in this supergraph. */
  readonly imports: ReadonlyMap<string, string>;
}

/** Reads which specifications a supergraph follows, whatever its own directive for saying so is called. */
export function specLinks({ definitions }: DocumentNode): readonly SpecLink[] {
  return definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION || kind === Kind.SCHEMA_EXTENSION)
    .flatMap((schema) => ('directives' in schema ? (schema.directives ?? []) : []))
    .flatMap((directive) => linkIn(directive as ConstDirectiveNode) ?? []);
}

/** The link to which a directive of the supergraph belongs, and what it is called there. */
export function originOf(directive: string, links: readonly SpecLink[]): Origin | null {
  for (const claim of CLAIMS) {
    for (const link of links) {
      const element = claim(link, directive);
      if (element !== undefined) return { link, element };
    }
  }
  return null;
}

/** Where a directive comes from. */
export interface Origin {
  readonly link: SpecLink;
  /** Name of the directive in its specification. */
  readonly element: string;
}

/** Between the name of a specification and that of a part of it. */
export const SEPARATOR = '__';

/** Source: the link specification, v1.0, where an import goes before the specification's own name. */
const CLAIMS: readonly ((link: SpecLink, directive: string) => string | undefined)[] = [
  ({ imports }, directive) => imports.get(directive),
  ({ name, spec }, directive) => (directive === name ? spec : undefined),
  ({ name }, directive) =>
    directive.startsWith(name + SEPARATOR) ? directive.slice(name.length + SEPARATOR.length) : undefined,
];

type Arguments = Readonly<Record<string, unknown>>;

const VERSIONED = /^(?<identity>.*)\/v\d+\.\d+$/;

function linkIn(directive: ConstDirectiveNode): SpecLink | null {
  const given = argumentsOf(directive);
  const url = given['url'] ?? given['feature'];
  if (typeof url !== 'string') return null;
  const plain = url.replace(/\/+$/, '');
  const identity = VERSIONED.exec(plain)?.groups?.['identity'] ?? plain;
  const spec = identity.split('/').at(-1) ?? identity;
  const { as, for: purpose, import: imports } = given;
  return {
    url: plain,
    identity,
    spec,
    name: typeof as === 'string' ? as : spec,
    ...(typeof purpose === 'string' && { purpose }),
    imports: new Map(Array.isArray(imports) ? imports.flatMap(importedBy) : []),
  };
}

function argumentsOf({ arguments: given = [] }: ConstDirectiveNode): Arguments {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

/** The name here and the name there of an imported directive; nothing for an imported type. */
function importedBy(item: unknown): readonly (readonly [string, string])[] {
  const { name, as = name } = (typeof item === 'string' ? { name: item } : item) as Arguments;
  if (typeof name !== 'string' || typeof as !== 'string' || !name.startsWith('@')) return [];
  return [[as.slice(1), name.slice(1)]];
}
