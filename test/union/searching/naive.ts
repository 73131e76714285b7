import { exactKey, searchKey } from '../../../subgraphs/shared/fold.js';
import type { Asked } from '../../support/loaded.js';
import { CompiledQuery } from 'kysely';

/** A hit, as far as it tells how hits stand. */
export interface Hit {
  readonly id: string;
  readonly rank: number;
  readonly label: string;
  readonly sortKey: string;
}

function named(type: string, table: string): string {
  return `select '${type}' as type, key, name_vi, sort_key, search_key, exact_keys from ${table} where classification = 'PUBLIC'`;
}

/** What the search promises, in the plainest words: every public organisation that matches, ranked and sorted as a whole. */
const ALL = `
  select translate(encode(convert_to(type || ':' || key, 'UTF8'), 'base64'), E'+/=\\n', '-_') collate "C" as id,
    1000 * grade + case when by_main_name then words else 999 end as rank, name_vi as label, sort_key as "sortKey"
  from (
    select t.*, to_tsvector('simple', names[1]) @@ query as by_main_name,
      least(998, cardinality(string_to_array(names[1], ' '))) as words,
      case when exact_keys[1] = $1 then 0 when $1 = any(exact_keys) then 1 when $2 = any(names) then 2 else 3 end as grade
    from (${named('UnionOrganization', 'union_organization')} union all ${named('UnionDepartment', 'union_department')}) t,
      string_to_array(search_key, E'\\n') names, to_tsquery('simple', $3) query
    where to_tsvector('simple', search_key) @@ query
  ) t
  order by rank, sort_key collate "C", id`;

/** All organisations that a search should find, in the order of the hits. */
export async function allHits(asked: Asked, text: string): Promise<readonly Hit[]> {
  const words = searchKey(text);
  const query = words.replaceAll(/\S+/g, '$&:*').replaceAll(' ', ' & ');
  const em = asked.subgraph.database.fork();
  const { rows } = await em
    .getKysely()
    .executeQuery<Hit>(CompiledQuery.raw(ALL, [exactKey(text), words, query]));
  return rows;
}

const SEARCH = `query ($text: String!, $first: Int!, $after: String) {
  searchHits(text: $text, first: $first, after: $after, kinds: [ORGANIZATION]) { hits { id rank label sortKey } } }`;

/** One page of a search, from a hit on. */
export async function pageOf(
  asked: Asked,
  text: string,
  { first, after }: { readonly first: number; readonly after?: Hit | undefined },
): Promise<readonly Hit[]> {
  const place = after && JSON.stringify([after.rank, after.sortKey, after.id]);
  const { data, errors } = await asked.ask(SEARCH, { text, first, after: place });
  if (errors) throw new Error(errors[0]?.message);
  return data.searchHits.hits;
}

/** What a search finds, read page by page to the end. */
export async function pagedHits(asked: Asked, text: string, first: number): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  let page = await pageOf(asked, text, { first });
  while (page.length > 0) {
    hits.push(...page);
    page = await pageOf(asked, text, { first, after: page.at(-1) });
  }
  return hits;
}

/** A list of organisations by words: ids in its order, and how many it says there are. */
export interface NamedList {
  readonly ids: readonly string[];
  readonly total: number;
}

const NAMED = `
  select translate(encode(convert_to('UnionOrganization:' || key, 'UTF8'), 'base64'), E'+/=\\n', '-_') as id
  from union_organization
  where classification = 'PUBLIC' and to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
  order by sort_key collate "C", key`;

/** All organisations that a list by words should hold. */
export async function allNamed(asked: Asked, text: string): Promise<NamedList> {
  const query = searchKey(text).replaceAll(/\S+/g, '$&:*').replaceAll(' ', ' & ');
  const em = asked.subgraph.database.fork();
  const { rows } = await em.getKysely().executeQuery<{ id: string }>(CompiledQuery.raw(NAMED, [query]));
  return { ids: rows.map(({ id }) => id), total: rows.length };
}

const LIST = `query ($text: String!, $first: Int, $after: String, $last: Int, $before: String) {
  unionOrganizations(name: $text, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

/** A list by words, read page by page to its end. */
export async function pagedNamed(asked: Asked, text: string, first: number): Promise<NamedList> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await asked.ask(LIST, { text, first, after });
    const { nodes, totalCount, pageInfo } = data.unionOrganizations;
    ids.push(...nodes.map(({ id }: { readonly id: string }) => id));
    if (!pageInfo.hasNextPage) return { ids, total: totalCount };
    after = pageInfo.endCursor;
  }
}

/** The same, read from its end. */
export async function pagedNamedBack(asked: Asked, text: string, last: number): Promise<NamedList> {
  const ids: string[] = [];
  for (let before: string | null = null; ;) {
    const { data } = await asked.ask(LIST, { text, last, before });
    const { nodes, totalCount, pageInfo } = data.unionOrganizations;
    ids.unshift(...nodes.map(({ id }: { readonly id: string }) => id));
    if (!pageInfo.hasPreviousPage) return { ids, total: totalCount };
    before = pageInfo.startCursor;
  }
}
