import { failed } from '../reach/failures.js';
import type { SubgraphAnswer } from '../reach/reach.js';
import { HubError } from '../../schema/contract/errors.js';
import { MOST_COUNTED } from '../../schema/contract/hub-fields.js';
import type { Ask } from './context.js';
import type { HitPlace } from './cursor.js';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';

/** One record that an agency found. */
export interface Hit extends HitPlace {
  readonly typename: string;
  readonly grade: string;
  readonly label: string;
}

/** What one agency found, or why it could not say. */
export type Finding =
  | { readonly totalCount?: number | undefined; readonly hits: readonly Hit[]; readonly errors?: undefined }
  | { readonly errors: readonly GraphQLFormattedError[] };

/** One page of a search, as every agency is asked for it. */
export interface HitQuestion {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  /** Unit: hits. */
  readonly first: number;
  /** JSON of the last hit's place, none for the first page. */
  readonly after?: string;
  /** Whether the agency is to count its hits. */
  readonly counted: boolean;
}

const HITS = `query HubSearch($text: String!, $kinds: [SearchKind!], $first: Int!, $after: String, $counted: Boolean!) {
  searchHits(text: $text, kinds: $kinds, first: $first, after: $after) {
    totalCount @include(if: $counted)
    hits { id typename grade rank label sortKey }
  }
}`;

const FOUND = z.object({
  totalCount: z.int().optional(),
  hits: z.array(
    z.object({
      id: z.string(),
      typename: z.string(),
      grade: z.string(),
      rank: z.int(),
      label: z.string(),
      sortKey: z.string(),
    }),
  ),
});

/** Asks one agency for its part of a page; never throws for a failure of the agency. */
export async function hitsAt(subgraph: string, question: HitQuestion, ask: Ask): Promise<Finding> {
  try {
    return findingIn(await ask(subgraph, { query: HITS, variables: { ...question } }), subgraph);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { errors: [error.toJSON()] };
  }
}

function findingIn({ data, errors }: SubgraphAnswer, subgraph: string): Finding {
  if (errors) return { errors };
  const found = FOUND.safeParse(data?.['searchHits']);
  return found.success ? found.data : { errors: [failed(subgraph).toJSON()] };
}

/** The closest hits of all agencies, in one order. */
export function merged(findings: readonly Finding[]): readonly Hit[] {
  return findings.flatMap((finding) => (finding.errors ? [] : finding.hits)).toSorted(byPlace);
}

/** How many hits there are, as far as they were counted. */
export interface Total {
  /** All hits in number, `null` when there are more than are counted, or while an agency could not say. */
  readonly totalCount: number | null;
  /** There are as many at least. Unit: hits. */
  readonly atLeast: number;
}

/** How many hits all agencies found. */
export function totalOf(findings: readonly Finding[]): Total {
  const counts = findings.map((finding) => (finding.errors ? null : (finding.totalCount ?? null)));
  const counted = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const isKnown = counted <= MOST_COUNTED && !counts.includes(null);
  return { totalCount: isKnown ? counted : null, atLeast: Math.min(counted, MOST_COUNTED) };
}

function byPlace(a: HitPlace, b: HitPlace): number {
  return a.rank - b.rank || byBytes(a.sortKey, b.sortKey) || byBytes(a.id, b.id);
}

/** The order of UTF-8 bytes, which is also that of a database without a locale. */
function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
