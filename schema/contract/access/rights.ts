import { originOf, SEPARATOR, specLinks, type SpecLink } from './links.js';
import type { DocumentNode } from 'graphql';

/** The directives that state who may see what, by the names that Apollo gave them. */
export const RIGHTS = ['authenticated', 'requiresScopes', 'policy'] as const;

/** A directive that states who may see what. */
export type Right = (typeof RIGHTS)[number];

/** What a directive of a supergraph is; `UNCLEAR` for one that may state a right which nobody can be sure of. */
export type Meaning = Right | 'UNCLEAR';

/** Finds what the directives of a supergraph mean; nothing for one that states no right. */
export function meaningsIn(document: DocumentNode): (directive: string) => Meaning | undefined {
  const links = specLinks(document);
  const known = new Map<string, Meaning | undefined>();
  return (directive) => {
    if (!known.has(directive)) known.set(directive, meaningOf(directive, links));
    return known.get(directive);
  };
}

/** Where Apollo's specifications are. */
export const APOLLO = 'https://specs.apollo.dev/';

/** The specification that hides parts of a graph from all clients. */
const HIDING = 'inaccessible';

function meaningOf(directive: string, links: readonly SpecLink[]): Meaning | undefined {
  const origin = originOf(directive, links);
  const own = directive.split(SEPARATOR).at(-1);
  if (!origin) return own === HIDING ? 'UNCLEAR' : RIGHTS.find((right) => right === own);
  const right = RIGHTS.find((each) => each === origin.element);
  if (right && isHomeOf(right, origin.link)) return right;
  return (right ?? RIGHTS.find((each) => each === own)) ? 'UNCLEAR' : undefined;
}

function isHomeOf(right: Right, { identity }: SpecLink): boolean {
  return identity === `${APOLLO}${right}` || identity === `${APOLLO}federation`;
}
