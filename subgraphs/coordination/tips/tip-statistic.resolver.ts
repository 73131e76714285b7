import { HubError } from '../../../schema/contract/errors.js';
import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { AdministrativeLevel, AdministrativeUnit } from '../borrowed.js';
import { TipScope, TipStatistic } from './tip-statistic.entity.js';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

const TipStatisticConnection = connectionOf(TipStatistic);

/** As of when the counts of a record were known. */
@ArgsType()
class TipKnowledgeArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: both('Như đã ghi nhận đến hết ngày này', 'As it was recorded at the end of this day.'),
  })
  readonly asKnownOn?: string;
}

/** Which counts the list of all holds. */
@ArgsType()
class TipFilter extends TipKnowledgeArgs {
  @Field(() => TipScope, { nullable: true, description: both('Chỉ phạm vi này', 'Of this scope only.') })
  readonly scope?: TipScope;
}

/** Reads the counts of tips from the public. */
@Resolver(() => TipStatistic)
export class TipStatisticResolver {
  @Query(() => TipStatistic, {
    nullable: true,
    description: both('Một số liệu nguồn tin', 'One count of tips.'),
  })
  tipStatistic(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<TipStatistic | null> {
    return read.byKey(TipStatistic, keyOf('TipStatistic', id));
  }

  @Query(() => TipStatisticConnection, {
    nullable: true,
    description: both(
      'Số liệu nguồn tin: cả nước trước, rồi các tỉnh',
      'Counts of tips: the nation first, then provinces.',
    ),
  })
  tipStatistics(
    @Args() { scope, asKnownOn }: TipFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<TipStatistic>> {
    const listing: Listing = { filters: has('scope', scope), order: NATION_FIRST, asKnownOn };
    return read.page(TipStatistic, { listing, page });
  }

  @Directive('@tag(name: "tips-of-a-place")')
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Tỉnh, thành phố; trống là cả nước', 'The province; null for the nation.'),
  })
  place(@Root() { place }: TipStatistic): Borrowed | null {
    return place === null ? null : borrowRef(place);
  }
}

/** Adds to a province its counts of tips, and refuses them to any smaller unit. */
@Resolver(() => AdministrativeUnit)
export class PlaceTipStatisticsResolver {
  /** @throws HubError GRANULARITY_NOT_AVAILABLE below the province */
  @Directive('@tag(name: "tips-of-a-place")')
  @Directive('@requires(fields: "level")')
  @FieldResolver(() => TipStatisticConnection, {
    nullable: true,
    description: both(
      'Số liệu nguồn tin của tỉnh; dưới cấp tỉnh bị từ chối với mã GRANULARITY_NOT_AVAILABLE',
      'Counts of tips of the province; refused with GRANULARITY_NOT_AVAILABLE for any smaller unit.',
    ),
  })
  tipStatistics(
    @Root() { id, level }: AdministrativeUnit,
    @Args() { asKnownOn }: TipKnowledgeArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<TipStatistic>> {
    if (level !== AdministrativeLevel.PROVINCE) throw tooSmall(level);
    const listing: Listing = { by: 'place', filters: [], order: NATION_FIRST, asKnownOn };
    return read.page(TipStatistic, { listing, page, parent: refOfId(id) });
  }
}

const NATION_FIRST = by('scope');

function tooSmall(level: AdministrativeLevel): HubError {
  return new HubError(
    'GRANULARITY_NOT_AVAILABLE',
    text(
      'Số liệu nguồn tin chỉ có cho cả nước hoặc một tỉnh, trong một năm trở lên.',
      'Counts of tips exist only for the nation or a province, over a year or more.',
    ),
    { level, available: Object.values(TipScope) },
  );
}
