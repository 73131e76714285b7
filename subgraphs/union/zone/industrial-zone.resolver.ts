import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, lists, named } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { readRefs } from '../../shared/reading/refs.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { IndustrialZone, IndustrialZoneKind } from './industrial-zone.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const IndustrialZoneConnection = connectionOf(IndustrialZone);

/** Which zones a list holds. */
@ArgsType()
class ZoneFilter extends AsOfArgs {
  @Field(() => IndustrialZoneKind, {
    nullable: true,
    description: both('Chỉ loại khu này', 'Of this kind only.'),
  })
  readonly kind?: IndustrialZoneKind;

  @Field(() => ID, {
    nullable: true,
    description: both('Nằm trên địa bàn đơn vị này', 'On the territory of this administrative unit.'),
  })
  readonly unit?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Reads industrial parks, clusters and other zones. */
@Resolver(() => IndustrialZone)
export class IndustrialZoneResolver {
  @Query(() => IndustrialZone, {
    nullable: true,
    description: both('Một khu', 'One zone.'),
  })
  industrialZone(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<IndustrialZone | null> {
    return read.byKey(IndustrialZone, keyOf('IndustrialZone', id));
  }

  @Query(() => IndustrialZoneConnection, {
    nullable: true,
    description: both(
      'Các khu; không có asOf thì gồm cả khu đã kết thúc',
      'Zones; without asOf those of all times.',
    ),
  })
  industrialZones(
    @Args(() => ZoneFilter) { asOf, kind, unit, name }: ZoneFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<IndustrialZone>> {
    const filters = [
      ...heldOnDay(asOf),
      ...has('kind', kind),
      ...lists('units', unit, ['AdministrativeUnit']),
      ...named(name),
    ];
    return read.page(IndustrialZone, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => [AdministrativeUnit], {
    description: both('Các đơn vị hành chính nơi có khu', 'The units on whose territory it lies or lay.'),
  })
  units(
    @Root() { units }: IndustrialZone,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AdministrativeUnit[]> {
    return readRefs(read, AdministrativeUnit, units);
  }
}
