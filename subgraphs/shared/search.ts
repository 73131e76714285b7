import { HubError } from '../../schema/contract/errors.js';
import { MOST_COUNTED } from '../../schema/contract/hub-fields.js';
import { both, text } from '../../schema/contract/text.js';
import type { SubgraphContext } from './context.js';
import { exactKey, searchKey } from './fold.js';
import { askedText } from './reading/asked.js';
import { placeAfter } from './reading/hit-place.js';
import { countOf, GRADE_STEP, hitsOf } from './reading/hits.js';
import type { Searchable } from './reading/names.js';
import { PAGE_LIMIT } from './page.js';
import { MatchGrade, SearchKind } from './search-vocabulary.js';
import { globalId } from '../../schema/contract/ids.js';
import { Args, ArgsType, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';

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

const GRADES = [MatchGrade.EXACT, MatchGrade.ALIAS, MatchGrade.NORMALISED, MatchGrade.FOLDED];

/** The first hits of one subgraph, for the hub to merge; they are counted only when that is asked for. */
@Directive('@shareable')
@Directive('@inaccessible')
@ObjectType({ description: both('Kết quả tìm kiếm của một cơ quan', 'What one agency found.') })
export class SearchHits {
  /** Counts the hits, at most one beyond the bound of the total. */
  readonly count!: () => Promise<number>;

  @Field(() => Int, {
    description: both(
      `Tổng số; quá ${MOST_COUNTED} thì không đếm tiếp`,
      `Number of all hits; not counted on beyond ${MOST_COUNTED}.`,
    ),
  })
  totalCount(): Promise<number> {
    return this.count();
  }

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
      const place = placeAfter(after);
      const chosen = tables.filter(({ kind }) => !kinds || kinds.includes(kind));
      if (words === '' || chosen.length === 0) return NOTHING;
      const searched = { tables: chosen, exact: exactKey(asked), words };
      const rows = await hitsOf(read, { ...searched, first, after: place });
      const hits = rows.map((row) => Object.assign(new SearchHitRow(), row));
      return hitsWith(hits, () => countOf(read, searched, MOST_COUNTED));
    }
  }
  return SearchResolver;
}

function hitsWith(hits: readonly SearchHitRow[], count: () => Promise<number>): SearchHits {
  return Object.assign(new SearchHits(), { hits, count });
}

const NOTHING = hitsWith([], () => Promise.resolve(0));

function assertCount(first: number): void {
  if (first >= 1 && first <= PAGE_LIMIT + 1) return;
  throw new HubError(
    'INVALID_INPUT',
    text(`Tìm từ 1 đến ${PAGE_LIMIT} kết quả.`, `Search for 1 to ${PAGE_LIMIT} hits.`),
    { limit: PAGE_LIMIT },
  );
}
