import { CATALOGUE } from '../subgraphs/catalogue.js';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A subgraph to compose. */
interface Part {
  readonly name: string;
  readonly sdl: string;
}

/** The supergraph of the benchmark's subgraphs and of more. @throws Error when they do not compose. */
export function supergraphOf(subgraphs: string, more: readonly Part[] = []): string {
  const { supergraphSdl, errors } = composeServices(
    [...CATALOGUE, ...more].map(({ name, sdl }) => ({
      name,
      url: `${subgraphs}/${name}`,
      typeDefs: parse(sdl),
    })),
  );
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], 'The subgraphs do not compose.');
  return supergraphSdl;
}

/** Entities that further subgraphs share in the large supergraph; they bring it to 500 KB. */
const ENTITIES = 540;

/** Stands in the large supergraph where its editions differ. */
const EDITION = 'Edition';

/** Makes supergraphs of 500 KB, the benchmark's and much more, which differ by one type named after the edition. */
export function largeSupergraphs(subgraphs: string): (edition: number) => string {
  const parts = ['stocks', 'books', 'plans'].map((name) => ({ name, sdl: largePart(name) }));
  const edition = {
    name: 'editions',
    sdl: `type Query { edition: ${EDITION} } type ${EDITION} { name: String }`,
  };
  const sdl = supergraphOf(subgraphs, [...parts, edition]);
  return (number) => sdl.replaceAll(new RegExp(`\\b${EDITION}\\b`, 'g'), typeOfEdition(number));
}

/** The type that only this edition has. */
export function typeOfEdition(edition: number): string {
  return `${EDITION}${edition}`;
}

function largePart(name: string): string {
  const entities = Array.from({ length: ENTITIES }, (_, n) => entityIn(name, n));
  return `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
    type Query { ${name}: Article0 }
    ${entities.join('\n')}`;
}

function entityIn(name: string, n: number): string {
  return `
    """What ${name} knows of article ${n}."""
    type Article${n} @key(fields: "id") {
      id: ID!
      "How many there are."
      ${name}Count(unit: String): Int
      "What it is called."
      ${name}Name: String
      "What is like it."
      ${name}Next: [Article${(n + 1) % ENTITIES}!]
    }`;
}
