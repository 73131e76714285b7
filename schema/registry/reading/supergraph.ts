import { elsewhere, onOutput } from '../../contract/access/applied.js';
import { originOf, specLinks } from '../../contract/access/links.js';
import { APOLLO } from '../../contract/access/rights.js';
import { apiDocument } from './api-document.js';
import { buildASTSchema, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

/** A supergraph as the registry reads it. */
export interface SupergraphReading {
  readonly document: DocumentNode;
  /** What clients see. */
  readonly api: GraphQLSchema;
  /** The tags of types, fields, arguments and values, by coordinate. */
  readonly tags: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a supergraph. @throws GraphQLError when it does not parse */
export function readSupergraph(sdl: string): SupergraphReading {
  const document = parse(sdl, { noLocation: true });
  const isNamed = directiveTest(document);
  const api = buildASTSchema(apiDocument(document, isNamed('inaccessible')), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  return { document, api, tags: tagsIn(document, isNamed('tag')) };
}

/** Whether a directive of the supergraph is the one of a specification. */
export type IsDirective = (directive: string) => boolean;

function directiveTest(document: DocumentNode): (spec: string) => IsDirective {
  const links = specLinks(document);
  return (spec) => (directive) => {
    const origin = originOf(directive, links);
    return origin?.element === spec && origin.link.identity === `${APOLLO}${spec}`;
  };
}

function tagsIn(document: DocumentNode, isTag: IsDirective): SupergraphReading['tags'] {
  const tags = new Map<string, Set<string>>();
  for (const { directive, place } of [...onOutput(document), ...elsewhere(document)]) {
    const value = directive.arguments?.find(({ name }) => name.value === 'name')?.value;
    if (!isTag(directive.name.value) || value?.kind !== Kind.STRING) continue;
    tags.set(place, (tags.get(place) ?? new Set()).add(value.value));
  }
  return tags;
}
