import { keyOf } from '../../../schema/contract/ids.js';
import { both, text } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { isRecord } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { listOn, type OwnedList } from '../placed/lists-of.js';
import { unitOf, zoneOf } from '../placed/place-of.js';
import { liesWithin } from '../placed/units-within.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone } from '../zone/industrial-zone.entity.js';
import { conditionsOf, LodgingFilter, LodgingSearch } from './lodging-filter.js';
import { LodgingQuarter } from './lodging-quarter.entity.js';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';

const LodgingQuarterConnection = connectionOf(LodgingQuarter);

/** Finds lodging quarters. */
@Resolver()
class LodgingQuarterQueries {
  @Query(() => LodgingQuarter, {
    nullable: true,
    description: both('Một nơi ở của công nhân', "One of the workers' lodgings."),
  })
  lodgingQuarter(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<LodgingQuarter | null> {
    return read.byKey(LodgingQuarter, keyOf('LodgingQuarter', id));
  }

  @Query(() => LodgingQuarterConnection, {
    nullable: true,
    description: both(
      'Nơi ở của công nhân; không có asOf thì gồm cả nơi không còn',
      'Where workers lodge; without asOf those of all times.',
    ),
  })
  async lodgingQuarters(
    @Args(() => LodgingSearch) asked: LodgingSearch,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<LodgingQuarter>> {
    const { asOf, unit, zone } = asked;
    const filters = [
      ...conditionsOf(asked),
      ...isRecord('zone', zone, 'IndustrialZone'),
      ...(await liesWithin(read, { id: unit, day: asOf ?? today })),
    ];
    return read.page(LodgingQuarter, { listing: { filters, order: BY_KEY }, page });
  }
}

const LIST: OwnedList<LodgingQuarter, LodgingFilter> = {
  type: LodgingQuarter,
  list: 'lodgingQuarters',
  Connection: LodgingQuarterConnection,
  Filter: LodgingFilter,
  conditions: conditionsOf,
  order: BY_KEY,
};

/** All that reads lodging quarters. */
export const LODGING_RESOLVERS = [
  LodgingQuarterQueries,
  unitOf(LodgingQuarter),
  zoneOf(LodgingQuarter),
  listOn(LIST, {
    owner: AdministrativeUnit,
    by: 'unit',
    title: text('Nơi ở của công nhân tại chính đơn vị này', 'Where workers lodge in this very unit.'),
  }),
  listOn(LIST, {
    owner: IndustrialZone,
    by: 'zone',
    title: text('Nơi ở của công nhân trong khu', 'Where workers lodge in the zone.'),
  }),
] as const;
