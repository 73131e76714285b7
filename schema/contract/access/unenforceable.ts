import { elsewhere, onOutput } from './applied.js';
import { originOf, specLinks, type SpecLink } from './links.js';
import { APOLLO, meaningsIn, RIGHTS } from './rights.js';
import { DirectiveLocation, Kind, type DirectiveDefinitionNode, type DocumentNode } from 'graphql';

/**
 * The demands of a supergraph on who may see what that this gateway would not enforce, by the names of the directives
 * or specifications.
 *
 * A link without its purpose, or directives without their link, do not free the gateway: what is clear is enforced all
 * the same, see `meaningsIn`, and what is not is listed here.
 */
export function unenforceable(document: DocumentNode): readonly string[] {
  const found = [...unknownLinks(document), ...unclearDirectives(document), ...misplaced(document)];
  return [...new Set(found)];
}

/** What this gateway enforces of what is demanded for security. */
const ENFORCED: ReadonlySet<string> = new Set([
  ...RIGHTS.map((right) => `${APOLLO}${right}/v0.1`),
  `${APOLLO}inaccessible/v0.1`,
  `${APOLLO}inaccessible/v0.2`,
  `${APOLLO}context/v0.1`,
]);

const RIGHTS_HOMES: ReadonlySet<string> = new Set(RIGHTS.map((right) => `${APOLLO}${right}`));

function unknownLinks(document: DocumentNode): readonly string[] {
  return specLinks(document)
    .filter((link) => isForSecurity(link) && !ENFORCED.has(link.url))
    .map(({ url, spec }) => `@${spec} (${url})`);
}

/** Rights are for security whatever purpose their link states. */
function isForSecurity({ purpose, identity }: SpecLink): boolean {
  return purpose === 'SECURITY' || RIGHTS_HOMES.has(identity);
}

function unclearDirectives(document: DocumentNode): readonly string[] {
  const meaningOf = meaningsIn(document);
  const defined = document.definitions.filter((each) => each.kind === Kind.DIRECTIVE_DEFINITION);
  const used = [
    ...defined.map(({ name }) => name.value),
    ...onOutput(document).map(({ directive }) => directive.name.value),
  ];
  const unclear = used.filter((name) => meaningOf(name) === 'UNCLEAR');
  return [...unclear, ...nameless(document, defined)].map((name) => `@${name}`);
}

/** Where rights, and no other directives that composition lets through, may stand. */
const RIGHTS_PLACES: readonly string[] = [
  DirectiveLocation.ENUM,
  DirectiveLocation.FIELD_DEFINITION,
  DirectiveLocation.INTERFACE,
  DirectiveLocation.OBJECT,
  DirectiveLocation.SCALAR,
];

/** Directives without a link that look like rights under other names: whoever took the link away took the meaning too. */
function nameless(document: DocumentNode, defined: readonly DirectiveDefinitionNode[]): readonly string[] {
  const meaningOf = meaningsIn(document);
  const links = specLinks(document);
  return defined
    .filter(({ locations }) => {
      const places = locations.map(({ value }) => value).toSorted();
      return places.join() === RIGHTS_PLACES.join();
    })
    .map(({ name }) => name.value)
    .filter((name) => !originOf(name, links) && !meaningOf(name));
}

/** Rights at places where they mean nothing. */
function misplaced(document: DocumentNode): readonly string[] {
  const meaningOf = meaningsIn(document);
  return elsewhere(document)
    .filter(({ directive }) => meaningOf(directive.name.value))
    .map(({ directive, place }) => `@${directive.name.value} (${place})`);
}
