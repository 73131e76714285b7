import { both } from '../../../schema/contract/text.js';
import { shown, SuppressedCount } from '../../shared/privacy/suppression/suppressed-count.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Comparator, DerivedQuantity } from '../../shared/values/quantity.js';
import { ClaimKind } from './claim-vocabulary.js';
import { DisputeKind } from './dispute-vocabulary.js';
import { publishedAt, type CountedPlace, type PublishedCounts } from './published-counts.js';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How many cases were resolved when the year closed, and how many were not. */
@ObjectType({
  description: both(
    'Số vụ đã giải quyết và chưa giải quyết khi chốt số liệu',
    'How many cases were resolved when the year closed, and how many were not.',
  ),
})
export class DisputeCounts {
  @Field(() => ClaimKind, {
    nullable: true,
    description: both('Loại yêu cầu chính; trống là tất cả', 'Kind of the main claim; null for all.'),
  })
  readonly mainClaim!: ClaimKind | null;

  @Field(() => SuppressedCount, { description: both('Đã giải quyết', 'Those resolved.') })
  readonly resolved!: SuppressedCount;

  @Field(() => SuppressedCount, { description: both('Chưa giải quyết', 'Those not resolved.') })
  readonly unresolved!: SuppressedCount;

  @Field(() => SuppressedCount, {
    description: both(
      'Tổng của hai số đã công bố; bị ẩn khi một trong hai bị ẩn',
      'The two published counts together; hidden when one of them is.',
    ),
  })
  readonly cases!: SuppressedCount;

  @Field(() => DerivedQuantity, {
    nullable: true,
    description: both(
      'Tỷ lệ đã giải quyết (%), tính từ hai số đã công bố; trống khi một số bị ẩn',
      'Share resolved, in percent, of the two published counts; null when one of them is hidden.',
    ),
  })
  readonly shareResolved!: DerivedQuantity | null;
}

/** The counts of the nation or of a province. */
@ObjectType({
  description: both('Số liệu của cả nước hoặc một tỉnh', 'The counts of the nation or of a province.'),
})
export class PlaceDisputeCounts {
  /** Key of the province; none for the nation. */
  readonly province!: string | undefined;

  @Field(() => DisputeCounts, { description: both('Tất cả các vụ', 'All cases.') })
  readonly total!: DisputeCounts;

  @Field(() => [DisputeCounts], {
    description: both('Theo loại yêu cầu chính', 'By the kind of the main claim.'),
  })
  readonly byMainClaim!: readonly DisputeCounts[];
}

/** The disputes of one kind that began in one year, as they are published. */
@ObjectType({
  description: both(
    'Thống kê tranh chấp lao động đã công bố của một năm',
    'The labour disputes of one kind that began in one year, as they are published.',
  ),
})
export class DisputeStatistics {
  /** Unit: year. */
  @Field(() => Int, { description: both('Năm bắt đầu của các vụ', 'Year in which the cases began.') })
  readonly year!: number;

  @Field(() => DisputeKind, { description: both('Loại vụ việc', 'What they are.') })
  readonly kind!: DisputeKind;

  @Field(() => LocalDate, {
    description: both(
      'Ngày chốt số liệu; ghi nhận sau ngày này không làm thay đổi số đã công bố',
      'Counted as known at the end of this day; what is recorded later changes nothing.',
    ),
  })
  readonly countedOn!: string;

  @Field(() => PlaceDisputeCounts, { description: both('Cả nước', 'The nation.') })
  readonly nation!: PlaceDisputeCounts;

  @Directive('@tag(name: "apart-from/tips-of-a-place")')
  @Field(() => [PlaceDisputeCounts], {
    description: both(
      'Các tỉnh, thành phố có trong năm, theo tên',
      'The provinces that there were in that year, by name.',
    ),
  })
  readonly provinces!: readonly PlaceDisputeCounts[];
}

/** What was published of a year: its resolved cases, and the others. No case is in both. */
export interface PublishedYear {
  readonly resolved: PublishedCounts;
  readonly unresolved: PublishedCounts;
}

/** The published counts of a province, or of the nation. */
export function countsOf(published: PublishedYear, province?: string): PlaceDisputeCounts {
  return Object.assign(new PlaceDisputeCounts(), {
    province,
    total: casesAt(published, { province }),
    byMainClaim: Object.values(ClaimKind).map((mainClaim) => casesAt(published, { province, mainClaim })),
  });
}

function casesAt(published: PublishedYear, place: CountedPlace): DisputeCounts {
  const resolved = publishedAt(published.resolved, place);
  const unresolved = publishedAt(published.unresolved, place);
  const cases = resolved === null || unresolved === null ? null : resolved + unresolved;
  return {
    mainClaim: place.mainClaim ?? null,
    resolved: shown(resolved),
    unresolved: shown(unresolved),
    cases: shown(cases),
    shareResolved: resolved === null || cases === null ? null : shareOf(resolved, cases),
  };
}

/** Of rounded counts, so at most about. */
function shareOf(part: number, whole: number): DerivedQuantity {
  return Object.assign(new DerivedQuantity(), {
    value: Math.round((part / whole) * 100),
    comparator: Comparator.ABOUT,
    unit: '%',
    text: null,
    formula: `${part} ÷ ${whole} × 100`,
  });
}
