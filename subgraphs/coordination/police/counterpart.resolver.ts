import { both } from '../../../schema/contract/text.js';
import { AsOfArgs, OnDayArgs } from '../../shared/as-of.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { heldOnDay } from '../../shared/reading/filter.js';
import type { Listing } from '../../shared/reading/listing.js';
import { by } from '../../shared/reading/orders.js';
import { heldOn } from '../../shared/values/validity.js';
import { UnionOrganization } from '../borrowed.js';
import { Counterpart } from './counterpart.entity.js';
import { PoliceOrganization } from './police-organization.entity.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Reads both sides of a partnership. */
@Resolver(() => Counterpart)
export class CounterpartResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn', 'The union organisation.'),
  })
  unionSide(@Root() { unionSide }: Counterpart): Borrowed {
    return borrowRef(unionSide);
  }

  @FieldResolver(() => PoliceOrganization, {
    nullable: true,
    description: both('Tổ chức công an', 'The police organisation.'),
  })
  policeSide(
    @Root() { policeSide }: Counterpart,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    return read.byKey(PoliceOrganization, policeSide);
  }
}

/** Leads from a union organisation to the police. */
@Resolver(() => UnionOrganization)
export class UnionCounterpartResolver {
  @FieldResolver(() => PoliceOrganization, {
    nullable: true,
    description: both(
      'Tổ chức công an phối hợp cùng cấp; bỏ trống asOf: hôm nay, hoặc bên phối hợp cuối cùng',
      'The police organisation of its level; without asOf that of today, or else the last one.',
    ),
  })
  async policeCounterpart(
    @Root() { id }: UnionOrganization,
    @Args() { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    const found = meant(await read.whole(Counterpart, partners('unionSide', asOf), refOfId(id)), today);
    return found ? read.byKey(PoliceOrganization, found.policeSide) : null;
  }

  @FieldResolver(() => [Counterpart], {
    nullable: true,
    description: both(
      'Quan hệ phối hợp với công an cùng cấp qua các thời kỳ, kèm xuất xứ',
      'Its partnerships with the police over time, with their sources.',
    ),
  })
  policeCounterparts(
    @Root() { id }: UnionOrganization,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly Counterpart[]> {
    return read.whole(Counterpart, partners('unionSide', asOf), refOfId(id));
  }
}

/** Leads from a police organisation to the union. */
@Resolver(() => PoliceOrganization)
export class PoliceCounterpartResolver {
  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both(
      'Tổ chức công đoàn phối hợp cùng cấp; bỏ trống asOf: hôm nay, hoặc bên phối hợp cuối cùng',
      'The union organisation of its level; without asOf that of today, or else the last one.',
    ),
  })
  async unionCounterpart(
    @Root() { key }: PoliceOrganization,
    @Args() { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<Borrowed | null> {
    const found = meant(await read.whole(Counterpart, partners('policeSide', asOf), key), today);
    return found ? borrowRef(found.unionSide) : null;
  }

  @FieldResolver(() => [Counterpart], {
    description: both(
      'Quan hệ phối hợp với công đoàn cùng cấp qua các thời kỳ, kèm xuất xứ',
      'Its partnerships with the union over time, with their sources.',
    ),
  })
  unionCounterparts(
    @Root() { key }: PoliceOrganization,
    @Args() { asOf }: AsOfArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly Counterpart[]> {
    return read.whole(Counterpart, partners('policeSide', asOf), key);
  }
}

function partners(side: 'unionSide' | 'policeSide', asOf: string | undefined): Listing {
  return { by: side, filters: heldOnDay(asOf), order: by('validFrom') };
}

/** Of partnerships in the order of time: the one that holds today, else the last one. */
function meant(partnerships: readonly Counterpart[], today: string): Counterpart | undefined {
  return partnerships.find((each) => heldOn(each, today)) ?? partnerships.at(-1);
}
