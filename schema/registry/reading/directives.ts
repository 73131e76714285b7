import { originOf, specLinks, type SpecLink } from '../../contract/access/links.js';
import { APOLLO } from '../../contract/access/rights.js';
import { OWNER_SPEC } from '../ownership/directive.js';
import { Kind, type ConstDirectiveNode, type DocumentNode } from 'graphql';

/** What the directives of federation and of the hub are called in their specifications. */
const KNOWN = [
  'key',
  'external',
  'extends',
  'requires',
  'provides',
  'shareable',
  'override',
  'interfaceObject',
  'context',
  'fromContext',
  'inaccessible',
  'tag',
  'authenticated',
  'requiresScopes',
  'policy',
  'cost',
  'listSize',
  'cacheTag',
  'composeDirective',
  'owner',
] as const;

/** A directive that means something to the registry. */
export type Meaning = (typeof KNOWN)[number];

/** Finds what a directive of a subgraph means, whatever it is called there; nothing for its own directives. */
export type MeaningOf = (directive: string) => Meaning | undefined;

/** What the directives of a subgraph mean. Without a link to federation it is a subgraph of federation 1. */
export function meaningsIn(document: DocumentNode): MeaningOf {
  const links = specLinks(document);
  const found = new Map<string, Meaning | undefined>();
  return (name) => {
    if (!found.has(name)) found.set(name, meaning(name, links));
    return found.get(name);
  };
}

function meaning(name: string, links: readonly SpecLink[]): Meaning | undefined {
  const origin = originOf(name, links);
  if (!origin) return KNOWN.find((known) => known === name);
  if (!isTrusted(origin.link)) return undefined;
  return KNOWN.find((known) => known === origin.element);
}

function isTrusted({ identity }: SpecLink): boolean {
  return identity.startsWith(APOLLO) || identity === OWNER_SPEC;
}

/** One use of a directive. */
export interface Use {
  readonly meaning: Meaning;
  readonly node: ConstDirectiveNode;
}

/** The known directives at a node. */
export function usesAt(node: object, meaningOf: MeaningOf): readonly Use[] {
  const { directives = [] } = node as { readonly directives?: readonly ConstDirectiveNode[] };
  return directives.flatMap((each) => {
    const meaning = meaningOf(each.name.value);
    return meaning ? [{ meaning, node: each }] : [];
  });
}

/** The text that a directive is given; nothing where it is given none. */
export function textIn({ node }: Use, argument: string): string | undefined {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** Whether a directive is given `false`. */
export function isFalse({ node }: Use, argument: string): boolean {
  const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.BOOLEAN && !value.value;
}
