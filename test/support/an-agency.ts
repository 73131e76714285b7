import type { LocalSubgraph } from '../../schema/contract/subgraph.js';
import { served, supergraphOf } from './tiny-hub.js';
import { local } from './tiny-subgraphs.js';

/** How the agency does its work from now on. */
export interface Mood {
  /** Share of the answers to `fresh` that fail. From 0 to 1. */
  failing: number;
  /** How long an answer to `fresh` takes. Unit: milliseconds. */
  slowness: number;
  /** How often something was changed. */
  changes: number;
}

/** An agency with an address, whose fields a supergraph tells of or not. */
export interface AnAgency {
  readonly subgraph: LocalSubgraph;
  readonly url: string;
  readonly mood: Mood;
  /** A supergraph with `count` and these fields, written as in SDL. */
  readonly supergraph: (...fields: readonly string[]) => string;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])`;

function sdlOf(fields: readonly string[]): string {
  return `${LINK} type Query { ${['count: Int', ...fields].join(' ')} } type Mutation { change: Int }`;
}

/** An agency that answers over HTTP until the test ends. */
export async function anAgency(): Promise<AnAgency> {
  const mood: Mood = { failing: 0, slowness: 0, changes: 0 };
  const all = ['fresh: Int', 'newest: Int', 'late: Int', 'secret: Int', 'other(by: Int): Int'];
  const subgraph = local('union', sdlOf(all), {
    Query: {
      count: () => 1,
      fresh: () => moody(mood),
      newest: () => 3,
      late: () => 4,
      secret: () => 5,
      other: (_: unknown, { by }: { readonly by?: number }) => by ?? 0,
    },
    Mutation: { change: () => (mood.changes += 1) },
  });
  const { url } = await served(subgraph);
  const supergraph = (...fields: readonly string[]): string =>
    supergraphOf([{ ...subgraph, sdl: sdlOf(fields) }], () => url);
  return { subgraph, url, mood, supergraph };
}

async function moody({ failing, slowness }: Mood): Promise<number> {
  if (slowness > 0) await new Promise((resolve) => setTimeout(resolve, slowness));
  if (Math.random() < failing) throw new Error('The agency fails.');
  return 2;
}
