import { HubError } from '../../../schema/contract/errors.js';
import { both, text } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { has } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { payloadOf, type Payload } from '../../shared/writing/payload.js';
import { AdministrativeUnit } from '../borrowed.js';
import { shown, SuppressedCount } from '../../shared/privacy/suppression/suppressed-count.js';
import { ReportTipsInput, reportTips, TIP_REPORTERS } from './tip-report.js';
import { TipPublication } from './tip-publication.entity.js';
import { TipStatistic } from './tip-statistic.entity.js';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

/** The published counts of the nation or of a province. */
@ObjectType({
  description: both(
    'Số nguồn tin đã công bố của cả nước hoặc một tỉnh',
    'Published counts of tips of one area.',
  ),
})
class PlaceTips {
  /** Reference of the province; none for the nation. */
  readonly place!: string | null;

  @Field(() => SuppressedCount, { description: both('Số nguồn tin', 'Tips that were supplied.') })
  readonly tips!: SuppressedCount;

  @Field(() => SuppressedCount, {
    description: both('Trong đó có giá trị', 'Those of them that were valuable.'),
  })
  readonly valuable!: SuppressedCount;
}

/** The tips of a year as they are published. */
@ObjectType({
  description: both('Số nguồn tin đã công bố của một năm', 'The tips of one year, as they are published.'),
})
class PublishedTips {
  /** Unit: year. */
  @Field(() => Int, { description: both('Năm', 'Year.') })
  readonly year!: number;

  @Field(() => LocalDate, {
    description: both(
      'Ngày chốt số liệu; báo cáo sau ngày này không làm thay đổi số đã công bố',
      'Counted as known at the end of this day; what is reported later changes nothing.',
    ),
  })
  readonly countedOn!: string;

  @Field(() => PlaceTips, {
    description: both('Tổng của các tỉnh đã báo cáo', 'Of all provinces that had reported.'),
  })
  readonly nation!: PlaceTips;

  @Directive('@tag(name: "tips-of-a-place")')
  @Field(() => [PlaceTips], { description: both('Các tỉnh đã báo cáo', 'The provinces that had reported.') })
  readonly provinces!: readonly PlaceTips[];
}

const ReportTipsPayload = payloadOf('reportTips', TipStatistic);

/** Takes in reports of tips, and tells what is published of them. */
@Resolver(() => PlaceTips)
export class PublishedTipsResolver {
  @NeedsScope('coordination:write')
  @Mutation(() => ReportTipsPayload, {
    nullable: true,
    description: both(
      'Báo cáo số nguồn tin của cả nước hoặc một tỉnh; nội bộ cho đến khi công bố cả năm',
      'Reports tips of the nation or a province; internal until the year is published.',
    ),
  })
  reportTips(
    @Arg('input', () => ReportTipsInput, { description: both('Số liệu', 'The counts.') })
    input: ReportTipsInput,
    @Ctx() { write }: SubgraphContext,
  ): Promise<Payload<TipStatistic>> {
    return write.change({
      operation: 'reportTips',
      answers: TipStatistic,
      by: TIP_REPORTERS,
      input,
      work: (tx) => reportTips(tx, input),
    });
  }

  /** @throws HubError GRANULARITY_NOT_AVAILABLE for a year that is not published */
  @Query(() => PublishedTips, {
    nullable: true,
    description: both(
      'Số nguồn tin của một năm theo tỉnh; số nhỏ bị ẩn, số khác làm tròn đến 5',
      'Tips of a year by province; small counts are hidden, others rounded to 5.',
    ),
  })
  async publishedTips(
    @Arg('year', () => Int, { description: both('Năm đã chốt số liệu', 'A year that has closed.') })
    year: number,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PublishedTips> {
    const listing = { filters: has('year', year), order: BY_KEY };
    const [found] = await read.whole(TipPublication, listing);
    if (!found) throw notPublished(year);
    const { counts, countedOn } = found;
    const { nation, provinces } = counts;
    return {
      year,
      countedOn,
      nation: placeTips({ place: null, ...nation }),
      provinces: provinces.map(placeTips),
    };
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Tỉnh, thành phố; trống là cả nước', 'The province; null for the nation.'),
  })
  place(@Root() { place }: PlaceTips): Borrowed | null {
    return place === null ? null : borrowRef(place);
  }
}

interface PlaceCounts {
  readonly place: string | null;
  readonly tips: number | null;
  readonly valuable: number | null;
}

function placeTips({ place, tips, valuable }: PlaceCounts): PlaceTips {
  return Object.assign(new PlaceTips(), { place, tips: shown(tips), valuable: shown(valuable) });
}

function notPublished(year: number): HubError {
  return new HubError(
    'GRANULARITY_NOT_AVAILABLE',
    text(
      'Số nguồn tin theo tỉnh chỉ có cho từng năm đã chốt và công bố.',
      'Tips by province exist for whole years that were closed and published.',
    ),
    { year },
  );
}
