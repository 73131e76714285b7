import { SEPARATOR, type SpecLink } from '../../contract/access/links.js';
import { APOLLO } from '../../contract/access/rights.js';
import type { TypeNode } from '../../contract/access/applied.js';

/** The types that specifications bring into a subgraph. Source: federation and link, where each is defined. */
const SPEC_TYPES: ReadonlyMap<string, readonly string[]> = new Map([
  [`${APOLLO}federation`, ['FieldSet', 'Scope', 'Policy', 'ContextFieldValue']],
  [`${APOLLO}link`, ['Import', 'Purpose']],
]);

/** Federation links this one by itself where a subgraph does not. */
const LINK: Pick<SpecLink, 'identity' | 'name'> = { identity: `${APOLLO}link`, name: 'link' };

/** The names that types of specifications have in a subgraph with these links; whatever else it defines is its own. */
export function specTypesIn(links: readonly SpecLink[]): ReadonlySet<string> {
  const isLinked = links.some(({ identity }) => identity === LINK.identity);
  const all = isLinked ? links : [...links, LINK];
  return new Set(
    all.flatMap(({ identity, name }) =>
      (SPEC_TYPES.get(identity) ?? []).map((element) => name + SEPARATOR + element),
    ),
  );
}

/** Whether a type of a supergraph belongs to a specification: composition marks the types of all subgraphs. */
export function isSpecType({ name, directives = [] }: TypeNode): boolean {
  return name.value.includes(SEPARATOR) && !directives.some((each) => each.name.value === 'join__type');
}
