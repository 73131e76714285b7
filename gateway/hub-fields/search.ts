import { HubError } from '../../schema/contract/errors.js';
import { DEFAULT_SEARCH_PAGE, MAX_SEARCH_PAGE } from '../../schema/contract/hub-fields.js';
import { text } from '../../schema/contract/text.js';
import type { HubContext } from './context.js';
import { cursorOf, placeAt, placeText } from './cursor.js';
import type { NodeStub } from './existence.js';
import { hitsAt, merged, totalOf, type Hit, type Total } from './hits.js';
import { BREAK, visit, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';

/** Longest text that is looked for. Unit: characters. */
const MAX_TEXT = 200;

/** Arguments of `Query.search`. */
export interface SearchArgs {
  readonly text: string;
  readonly kinds?: readonly string[] | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One page of what all agencies found. */
export interface SearchConnection extends Total {
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: SearchHit }[];
}

interface SearchHit {
  readonly grade: string;
  readonly label: string;
  readonly node: NodeStub | null;
}

/**
 * Answers `Query.search`: asks every agency that can be searched for one hit more than the page holds, and merges.
 *
 * The hits of an agency that fails are missing, and an error beside the answer names it.
 *
 * @throws HubError INVALID_PAGE, INVALID_INPUT or INVALID_CURSOR
 */
export async function search(
  _: unknown,
  args: SearchArgs,
  { ask, searchable, report }: HubContext,
  info: GraphQLResolveInfo,
): Promise<SearchConnection> {
  const size = pageSize(args.first);
  const after = isGiven(args.after) ? placeText(placeAt(args.after)) : undefined;
  const counted = isTotalAsked(info);
  const question = { text: searchText(args.text), kinds: args.kinds, first: size + 1, after, counted };
  const findings = await Promise.all(searchable.map((subgraph) => hitsAt(subgraph, question, ask)));
  const failures = findings.flatMap(({ errors = [] }) => errors);
  for (const failure of failures) report({ ...failure, path: [info.path.key] });
  const page = pageOf(merged(findings), { size, isFirst: after === undefined, schema: info.schema });
  return { ...totalOf(findings), ...page };
}

const OF_TOTAL: ReadonlySet<string> = new Set(['totalCount', 'atLeast'] satisfies (keyof Total)[]);

/** Whether the fetch asks for a total anywhere; to count in vain is only slow. */
function isTotalAsked({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  let isAsked = false;
  const look = {
    Field({ name }: { readonly name: { readonly value: string } }) {
      isAsked ||= OF_TOTAL.has(name.value);
      return isAsked ? BREAK : undefined;
    },
  };
  for (const node of [...fieldNodes, ...Object.values(fragments)]) visit(node, look);
  return isAsked;
}

interface PageShape {
  /** Unit: hits. */
  readonly size: number;
  readonly isFirst: boolean;
  readonly schema: GraphQLSchema;
}

function pageOf(
  hits: readonly Hit[],
  { size, isFirst, schema }: PageShape,
): Omit<SearchConnection, keyof Total> {
  const edges = hits.slice(0, size).map((hit) => ({ cursor: cursorOf(hit), node: searchHit(hit, schema) }));
  return {
    pageInfo: {
      hasNextPage: hits.length > size,
      hasPreviousPage: !isFirst,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    edges,
  };
}

/** A record of a type that the graph does not have cannot be followed, so its node is `null`. */
function searchHit({ grade, label, typename, id }: Hit, schema: GraphQLSchema): SearchHit {
  return { grade, label, node: schema.getType(typename) ? { __typename: typename, id } : null };
}

function isGiven<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

function pageSize(first: SearchArgs['first']): number {
  const size = first ?? DEFAULT_SEARCH_PAGE;
  if (size >= 1 && size <= MAX_SEARCH_PAGE) return size;
  throw new HubError(
    'INVALID_PAGE',
    text(`Mỗi trang có 1 đến ${MAX_SEARCH_PAGE} kết quả.`, `A page holds 1 to ${MAX_SEARCH_PAGE} hits.`),
    { argument: 'first', allowed: MAX_SEARCH_PAGE, found: size },
  );
}

function searchText(given: string): string {
  const wanted = given.trim();
  if (wanted.length >= 1 && wanted.length <= MAX_TEXT) return wanted;
  throw new HubError(
    'INVALID_INPUT',
    text(`Chữ cần tìm dài 1 đến ${MAX_TEXT} ký tự.`, `The text to find has 1 to ${MAX_TEXT} characters.`),
    { argument: 'text', allowed: MAX_TEXT, found: wanted.length },
  );
}
