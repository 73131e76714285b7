import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { AsOfArgs, OnDayArgs, TodayArgs } from '../../shared/as-of.js';
import { readKeys } from '../../shared/reading/refs.js';
import { by, BY_KEY, BY_NAME } from '../../shared/reading/orders.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { dayMeant } from '../../shared/values/validity.js';
import { AdministrativeParent } from './administrative-parent.entity.js';
import { AdministrativeUnit } from './administrative-unit.entity.js';
import { SuccessionEdge } from './succession-edge.entity.js';
import { successorUnits } from './successor-units.js';
import { AdministrativeUnitCount, unitCounts } from './unit-counts.js';
import { conditionsOf, unitFilter, type AskedUnits } from './unit-filter.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const AdministrativeUnitConnection = connectionOf(AdministrativeUnit);

/** Which administrative units a list holds. */
const UnitFilter = unitFilter(AsOfArgs);

/** Which units below another a list holds. */
const ChildFilter = unitFilter(OnDayArgs);

/** Reads the territory and how it changed. */
@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @Query(() => AdministrativeUnit, {
    nullable: true,
    description: both('Một đơn vị hành chính', 'One administrative unit.'),
  })
  administrativeUnit(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    return read.byKey(AdministrativeUnit, keyOf('AdministrativeUnit', id));
  }

  @Query(() => AdministrativeUnitConnection, {
    nullable: true,
    description: both(
      'Các đơn vị hành chính; không có asOf thì gồm cả đơn vị đã thôi hiệu lực',
      'Administrative units; without asOf those of all times.',
    ),
  })
  administrativeUnits(
    @Args(() => UnitFilter) filter: AskedUnits,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<AdministrativeUnit>> {
    const filters = conditionsOf(filter, { heldOn: filter.asOf, today });
    return read.page(AdministrativeUnit, { listing: { filters, order: BY_NAME }, page });
  }

  @Query(() => [AdministrativeUnitCount], {
    nullable: true,
    description: both(
      'Số đơn vị hành chính các cấp vào một ngày, theo cấp và loại',
      'How many administrative units there were on a day, by level and type.',
    ),
  })
  administrativeUnitCounts(
    @Arg('asOf', () => LocalDate, { description: both('Vào ngày này', 'On this day.') }) asOf: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AdministrativeUnitCount[]> {
    return unitCounts(read, asOf);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị cấp trên vào ngày đó', 'The unit above it on that day.'),
  })
  async parent(
    @Root() unit: AdministrativeUnit,
    @Args(() => OnDayArgs) { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    const filters = heldOnDay(dayMeant(unit, asOf, today));
    const [above] = await read.whole(AdministrativeParent, { by: 'child', filters, order: BY_KEY }, unit.key);
    return above ? read.byKey(AdministrativeUnit, above.parent) : null;
  }

  @FieldResolver(() => AdministrativeUnitConnection, {
    description: both('Các đơn vị cấp dưới vào ngày đó', 'The units below it on that day, by name.'),
  })
  children(
    @Root() unit: AdministrativeUnit,
    @Args(() => ChildFilter) filter: AskedUnits,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Connection<AdministrativeUnit>> {
    const heldOn = dayMeant(unit, filter.asOf, today);
    const by = { table: 'administrative_parent', child: 'child_key', parent: 'parent_key', heldOn };
    const listing = { by, filters: conditionsOf(filter, { heldOn, today }), order: BY_NAME };
    return read.page(AdministrativeUnit, { listing, page, parent: unit.key });
  }

  @FieldResolver(() => [AdministrativeUnit], {
    description: both(
      'Các đơn vị có địa bàn này vào ngày asOf (bỏ trống là hôm nay), qua mọi bước sắp xếp',
      'The units to which its territory had come by the day asOf (today when not said), over all steps.',
    ),
  })
  async successorUnits(
    @Root() { key }: AdministrativeUnit,
    @Args(() => TodayArgs) { asOf }: TodayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<readonly AdministrativeUnit[]> {
    const keys = await successorUnits(read, { key, day: asOf ?? today });
    return readKeys(read, AdministrativeUnit, keys);
  }

  @FieldResolver(() => [SuccessionEdge], {
    description: both('Các bước kế tiếp từ đơn vị này', 'The steps that lead on from it.'),
  })
  successors(
    @Root() unit: AdministrativeUnit,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly SuccessionEdge[]> {
    return read.whole(SuccessionEdge, steps('from'), unit.key);
  }

  @FieldResolver(() => [SuccessionEdge], {
    description: both('Các bước kế tiếp dẫn đến đơn vị này', 'The steps that led to it.'),
  })
  predecessors(
    @Root() unit: AdministrativeUnit,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly SuccessionEdge[]> {
    return read.whole(SuccessionEdge, steps('to'), unit.key);
  }
}

/** Reads both ends of a step of reorganisation. */
@Resolver(() => SuccessionEdge)
export class SuccessionEdgeResolver {
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị trước', 'The unit before.'),
  })
  from(@Root() edge: SuccessionEdge, @Ctx() { read }: SubgraphContext): Promise<AdministrativeUnit | null> {
    return read.byKey(AdministrativeUnit, edge.from);
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị sau', 'The unit after; null when abolished.'),
  })
  async to(
    @Root() edge: SuccessionEdge,
    @Ctx() { read }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    return edge.to === null ? null : read.byKey(AdministrativeUnit, edge.to);
  }
}

function steps(end: 'from' | 'to'): Listing {
  return { by: end, filters: [], order: by('effectiveOn') };
}
