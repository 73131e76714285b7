import { HubError } from '../../schema/contract/errors.js';
import { both, text } from '../../schema/contract/text.js';
import type { SubgraphContext } from './context.js';
import { exactKey, searchKey } from './fold.js';
import { askedText, isGiven, isStorable, type Maybe } from './reading/asked.js';
import { prefixQuery } from './reading/condition.js';
import { invalidCursor, jsonOf } from './reading/cursor.js';
import { PAGE_LIMIT } from './page.js';
import { MatchGrade, SearchKind } from './search-vocabulary.js';
import { globalId } from '../../schema/contract/ids.js';
import { sql, type RawBuilder } from 'kysely';
import { Args, ArgsType, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { z } from 'zod';

/** A table that the search covers. */
export interface Searchable {
  readonly type: string;
  readonly table: string;
  readonly kind: SearchKind;
  /** SQL column shown as the label. */
  readonly label: string;
}

/** One found record, in the order that merges across agencies. */
@Directive('@shareable')
@Directive('@inaccessible')
@ObjectType({ description: both('Một kết quả tìm kiếm', 'One found record.') })
export class SearchHitRow {
  readonly key!: string;

  @Field(() => ID, { description: both('Mã toàn cục', 'Global id.') })
  get id(): string {
    return globalId({ type: this.typename, key: this.key });
  }

  @Field({ description: both('Kiểu', 'Its type.') })
  readonly typename!: string;

  @Field(() => Int, {
    description: both('Thứ hạng; số nhỏ hơn là khớp hơn', 'Rank; a smaller one matches better.'),
  })
  readonly rank!: number;

  @Field(() => MatchGrade, { description: both('Mức độ khớp', 'How closely it matches.') })
  get grade(): MatchGrade {
    return GRADES[Math.trunc(this.rank / GRADE_STEP)] ?? MatchGrade.FOLDED;
  }

  @Field({ description: both('Nhãn hiển thị', 'What to show.') })
  readonly label!: string;

  @Field({ description: both('Khóa sắp xếp', 'Key of the alphabetical order.') })
  readonly sortKey!: string;
}

/** Ranks within one grade; names have fewer words. */
const GRADE_STEP = 1_000;

const GRADES = [MatchGrade.EXACT, MatchGrade.ALIAS, MatchGrade.NORMALISED, MatchGrade.FOLDED];

/** The first hits of one subgraph, for the hub to merge. */
@Directive('@shareable')
@Directive('@inaccessible')
@ObjectType({ description: both('Kết quả tìm kiếm của một cơ quan', 'What one agency found.') })
export class SearchHits {
  @Field(() => Int, { description: both('Tổng số', 'Number of all hits.') })
  readonly totalCount!: number;

  @Field(() => [SearchHitRow], { description: both('Các kết quả đầu', 'The first hits.') })
  readonly hits!: readonly SearchHitRow[];
}

/** What the hub asks of a subgraph. */
@ArgsType()
class SearchArgs {
  @Field({ description: both('Từ cần tìm', 'What to look for.') })
  readonly text!: string;

  @Field(() => [SearchKind], { nullable: true, description: both('Loại cần tìm', 'Kinds to look for.') })
  readonly kinds?: readonly SearchKind[];

  @Field(() => Int, { description: both('Số kết quả', 'How many hits.') })
  readonly first!: number;

  @Field(() => String, { nullable: true, description: both('Sau vị trí này', 'Beyond this position.') })
  readonly after?: string;
}

const STORABLE = z.string().refine(isStorable);
/** Where a hit stands: its rank, its alphabetical key and its id. */
const AFTER = z.tuple([z.int32(), STORABLE, STORABLE]);

/** Makes the resolver by which the hub searches a subgraph. */
export function searchResolver(tables: readonly Searchable[]) {
  @Resolver()
  class SearchResolver {
    @Directive('@shareable')
    @Directive('@inaccessible')
    @Query(() => SearchHits, {
      description: both('Phần tìm kiếm của cơ quan này', "This agency's part of the search."),
    })
    async searchHits(
      @Args() { text: asked, first, kinds, after }: SearchArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<SearchHits> {
      assertCount(first);
      const words = searchKey(askedText(asked));
      const beyond = beyondSql(after);
      const chosen = tables.filter(({ kind }) => !kinds || kinds.includes(kind));
      if (words === '' || chosen.length === 0) return { totalCount: 0, hits: [] };
      const found = foundSql(chosen, asked, words);
      const rows = await read.rows(pageOfHits(found, first, beyond));
      const [total] = await read.rows(sql<{ total: string }>`select count(*) as total from (${found}) f`);
      return {
        totalCount: Number(total?.total),
        hits: rows.map((row) => Object.assign(new SearchHitRow(), row)),
      };
    }
  }
  return SearchResolver;
}

function assertCount(first: number): void {
  if (first >= 1 && first <= PAGE_LIMIT + 1) return;
  throw new HubError(
    'INVALID_INPUT',
    text(`Tìm từ 1 đến ${PAGE_LIMIT} kết quả.`, `Search for 1 to ${PAGE_LIMIT} hits.`),
    { limit: PAGE_LIMIT },
  );
}

/** Every match with its rank: first the grade (main name, another name, the same once folded, a part), then the words of the main name, since what is asked for is more of a short one; last what matches by another name. */
function foundSql(tables: readonly Searchable[], asked: string, words: string): RawBuilder<unknown> {
  const exact = exactKey(asked);
  const query = prefixQuery(words);
  const parts = tables.map(
    ({ type, table, label }) => sql`
      select t.key, ${type}::text as typename, t.sort_key, t.${sql.raw(label)} as label,
        case when t.exact_keys[1] = ${exact} then 0 when ${exact} = any(t.exact_keys) then 1
          when position(E'\n' || ${words} || E'\n' in E'\n' || t.search_key || E'\n') > 0 then 2 else 3 end * ${GRADE_STEP}::int
          + case when to_tsvector('simple', split_part(t.search_key, E'\\n', 1)) @@ to_tsquery('simple', ${query})
            then least(cardinality(string_to_array(split_part(t.search_key, E'\\n', 1), ' ')), ${GRADE_STEP - 2}) else ${GRADE_STEP - 1}::int end as rank
      from ${sql.table(table)} t
      where t.classification = 'PUBLIC' and to_tsvector('simple', t.search_key) @@ to_tsquery('simple', ${query})`,
  );
  return sql.join(parts, sql` union all `);
}

function pageOfHits(
  found: RawBuilder<unknown>,
  first: number,
  beyond: RawBuilder<unknown>,
): RawBuilder<SearchHitRow> {
  return sql<SearchHitRow>`
    select f.key, f.typename, f.rank, f.label, f.sort_key as "sortKey"
    from (select g.*, g.sort_key collate "C" as place, translate(encode(convert_to(g.typename || ':' || g.key, 'UTF8'), 'base64'), E'+/=\n', '-_') as id from (${found}) g) f
    where ${beyond}
    order by f.rank, f.place, f.id collate "C" limit ${first}`;
}

/** @throws HubError INVALID_CURSOR */
function beyondSql(after: Maybe<string>): RawBuilder<unknown> {
  if (!isGiven(after)) return sql`true`;
  const position = AFTER.safeParse(jsonOf(after)).data;
  if (!position) throw invalidCursor();
  const [rank, sortKey, id] = position;
  return sql`(f.rank, f.place, f.id collate "C") > (${rank}::int, ${sortKey}, ${id})`;
}
