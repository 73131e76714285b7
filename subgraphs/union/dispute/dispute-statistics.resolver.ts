import { HubError } from '../../../schema/contract/errors.js';
import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { isGiven, type Maybe } from '../../shared/reading/asked.js';
import { Direction } from '../../shared/page.js';
import { has, type Filter } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import type { Reader } from '../../shared/reading/reader.js';
import { AdministrativeLevel, AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { DisputePublication } from './dispute-publication.entity.js';
import { countsOf, DisputeStatistics, PlaceDisputeCounts, type PublishedYear } from './dispute-statistics.js';
import { DisputeKind } from './dispute-vocabulary.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';

/** Which published counts are asked for. */
@ArgsType()
class PublishedDisputesArgs {
  @Field(() => DisputeKind, { description: both('Loại vụ việc', 'Which disputes.') })
  readonly kind!: DisputeKind;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Chỉ tỉnh, thành phố này; dưới cấp tỉnh bị từ chối với mã GRANULARITY_NOT_AVAILABLE',
      'This province only; a smaller unit is refused with GRANULARITY_NOT_AVAILABLE.',
    ),
  })
  readonly province?: string | null;
}

/** Which published counts of one year are asked for. */
@ArgsType()
class DisputeStatisticsArgs extends PublishedDisputesArgs {
  /** Unit: year. */
  @Field(() => Int, { description: both('Năm đã chốt số liệu', 'A year that has closed.') })
  readonly year!: number;
}

/** Reads what is published of disputes, which everybody may. */
@Resolver(() => PlaceDisputeCounts)
export class DisputeStatisticsResolver {
  /** @throws HubError GRANULARITY_NOT_AVAILABLE for a year that is not published, and below the province */
  @Query(() => DisputeStatistics, {
    nullable: true,
    description: both(
      'Thống kê tranh chấp lao động theo năm và tỉnh; số nhỏ bị ẩn, số khác làm tròn đến 5',
      'Labour disputes by year and province; small counts are hidden, others rounded to 5.',
    ),
  })
  async disputeStatistics(
    @Args(() => DisputeStatisticsArgs) { year, kind, province }: DisputeStatisticsArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<DisputeStatistics> {
    const only = await provinceKey(read, province);
    const [published] = await publications(read, [...has('year', year), ...has('kind', kind)]);
    if (!published) throw notAvailable({ year });
    return statisticsOf(published, only);
  }

  /** @throws HubError GRANULARITY_NOT_AVAILABLE below the province */
  @Query(() => [DisputeStatistics], {
    nullable: true,
    description: both(
      'Thống kê tranh chấp lao động của mọi năm đã công bố, năm mới nhất trước',
      'Labour disputes of every year that was published, the latest first.',
    ),
  })
  async disputeStatisticsByYear(
    @Args(() => PublishedDisputesArgs) { kind, province }: PublishedDisputesArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly DisputeStatistics[]> {
    const only = await provinceKey(read, province);
    const published = await publications(read, has('kind', kind));
    return published.map((each) => statisticsOf(each, only));
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Tỉnh, thành phố; trống là cả nước', 'The province; null for the nation.'),
  })
  async province(
    @Root() { province }: PlaceDisputeCounts,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    return province === undefined ? null : read.byKey(AdministrativeUnit, province);
  }
}

interface Publication extends PublishedYear {
  readonly year: number;
  readonly kind: DisputeKind;
  readonly countedOn: string;
}

/** What was published of one kind, the latest year first. */
async function publications(read: Reader, filters: readonly Filter[]): Promise<readonly Publication[]> {
  const found = await read.whole(DisputePublication, { filters, order: by('year', Direction.DESC) });
  const unresolved = new Map(
    found.filter(({ isResolved }) => !isResolved).map(({ year, counts }) => [year, counts]),
  );
  return found.flatMap(({ year, kind, countedOn, counts, isResolved }) => {
    const others = unresolved.get(year);
    return isResolved && others ? [{ year, kind, countedOn, resolved: counts, unresolved: others }] : [];
  });
}

function statisticsOf(published: Publication, only: string | null): DisputeStatistics {
  const { year, kind, countedOn, resolved } = published;
  const provinces = resolved.provinces.filter((key) => only === null || key === only);
  return {
    year,
    kind,
    countedOn,
    nation: countsOf(published),
    provinces: provinces.map((key) => countsOf(published, key)),
  };
}

async function provinceKey(read: Reader, id: Maybe<string>): Promise<string | null> {
  if (!isGiven(id)) return null;
  const key = keyOf('AdministrativeUnit', id);
  const unit = await read.byKey(AdministrativeUnit, key);
  if (unit && unit.level !== AdministrativeLevel.PROVINCE) throw notAvailable({ level: unit.level });
  return key;
}

function notAvailable(details: Readonly<Record<string, unknown>>): HubError {
  return new HubError(
    'GRANULARITY_NOT_AVAILABLE',
    text(
      'Thống kê tranh chấp lao động chỉ có cho cả nước hoặc một tỉnh, theo từng năm đã chốt và công bố.',
      'Statistics of disputes exist for the nation or a province, and for whole years that were closed and published.',
    ),
    { ...details, available: ['NATION', AdministrativeLevel.PROVINCE] },
  );
}
