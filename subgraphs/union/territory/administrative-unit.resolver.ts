import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, named } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { AsOfArgs } from '../../shared/as-of.js';
import { by, BY_KEY, BY_NAME } from '../../shared/reading/orders.js';
import { dayMeant } from '../../shared/values/validity.js';
import { AdministrativeParent } from './administrative-parent.entity.js';
import { AdministrativeLevel, AdministrativeUnit } from './administrative-unit.entity.js';
import { SuccessionEdge } from './succession-edge.entity.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const AdministrativeUnitConnection = connectionOf(AdministrativeUnit);

/** Which administrative units a list holds. */
@ArgsType()
class UnitFilter extends AsOfArgs {
  @Field(() => AdministrativeLevel, {
    nullable: true,
    description: both('Chỉ cấp này', 'Of this level only.'),
  })
  readonly level?: AdministrativeLevel;

  @Field(() => String, {
    nullable: true,
    description: both('Mã đơn vị; nên kèm asOf', 'With this code; give asOf as well.'),
  })
  readonly code?: string;

  @Field(() => String, {
    nullable: true,
    description: both('Tên chứa các từ này', 'With these words in the name.'),
  })
  readonly name?: string;
}

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
    description: both(
      'Các đơn vị hành chính; không có asOf thì gồm cả đơn vị đã thôi hiệu lực',
      'Administrative units; without asOf those of all times.',
    ),
  })
  administrativeUnits(
    @Args() { asOf, level, code, name }: UnitFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<AdministrativeUnit>> {
    const filters = [...heldOnDay(asOf), ...has('level', level), ...has('code', code), ...named(name)];
    return read.page(AdministrativeUnit, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Đơn vị cấp trên vào ngày đó', 'The unit above it on that day.'),
  })
  async parent(
    @Root() unit: AdministrativeUnit,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<AdministrativeUnit | null> {
    const filters = heldOnDay(dayMeant(unit, asOf, today));
    const [above] = await read.whole(AdministrativeParent, { by: 'child', filters, order: BY_KEY }, unit.key);
    return above ? read.byKey(AdministrativeUnit, above.parent) : null;
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
