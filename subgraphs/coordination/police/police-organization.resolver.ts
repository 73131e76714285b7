import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs, OnDayArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has, heldOnDay, named } from '../../shared/reading/filter.js';
import { BY_KEY, BY_NAME } from '../../shared/reading/orders.js';
import { dayMeant } from '../../shared/values/validity.js';
import { PoliceJurisdiction } from './police-jurisdiction.entity.js';
import { PoliceLevel, PoliceOrganization } from './police-organization.entity.js';
import { PoliceSuccession } from './police-succession.entity.js';
import { steps } from './succession.resolver.js';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const PoliceOrganizationConnection = connectionOf(PoliceOrganization);

/** Which police organisations a list holds. */
@ArgsType()
class PoliceFilter extends AsOfArgs {
  @Field(() => PoliceLevel, { nullable: true, description: both('Chỉ cấp này', 'Of this level only.') })
  readonly level?: PoliceLevel;

  @Field(() => String, {
    nullable: true,
    description: both('Tên có các từ bắt đầu bằng', 'With words in the name that begin so.'),
  })
  readonly name?: string;
}

/** Reads the police organisations, their order and their territories. */
@Resolver(() => PoliceOrganization)
export class PoliceOrganizationResolver {
  @Query(() => PoliceOrganization, {
    nullable: true,
    description: both('Một tổ chức công an', 'One police organisation.'),
  })
  policeOrganization(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    return read.byKey(PoliceOrganization, keyOf('PoliceOrganization', id));
  }

  @Query(() => PoliceOrganizationConnection, {
    nullable: true,
    description: both(
      'Các tổ chức công an; không có asOf thì gồm mọi thời kỳ',
      'Police organisations; without asOf those of all times.',
    ),
  })
  policeOrganizations(
    @Args() { asOf, level, name }: PoliceFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<PoliceOrganization>> {
    const filters = [...heldOnDay(asOf), ...has('level', level), ...named(name)];
    return read.page(PoliceOrganization, { listing: { filters, order: BY_NAME }, page });
  }

  @FieldResolver(() => PoliceOrganization, {
    nullable: true,
    description: both('Tổ chức công an cấp trên trực tiếp', 'The police organisation directly above it.'),
  })
  async superior(
    @Root() { superior }: PoliceOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    return superior === null ? null : read.byKey(PoliceOrganization, superior);
  }

  @FieldResolver(() => PoliceOrganizationConnection, {
    description: both(
      'Các tổ chức công an cấp dưới trực tiếp; không có asOf thì gồm mọi thời kỳ',
      'The police organisations directly below it; without asOf those of all times.',
    ),
  })
  subordinates(
    @Root() { key }: PoliceOrganization,
    @Args() { asOf }: AsOfArgs,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<PoliceOrganization>> {
    const listing = { by: 'superior', filters: heldOnDay(asOf), order: BY_NAME };
    return read.page(PoliceOrganization, { listing, page, parent: key });
  }

  @FieldResolver(() => [PoliceJurisdiction], {
    description: both('Địa bàn phụ trách vào ngày đó', 'The territories in its charge on that day.'),
  })
  jurisdictions(
    @Root() police: PoliceOrganization,
    @Args() { asOf }: OnDayArgs,
    @Ctx() { read, today }: SubgraphContext,
  ): Promise<readonly PoliceJurisdiction[]> {
    const filters = heldOnDay(dayMeant(police, asOf, today));
    return read.whole(PoliceJurisdiction, { by: 'police', filters, order: BY_KEY }, police.key);
  }

  @FieldResolver(() => [PoliceSuccession], {
    description: both('Các bước kế tiếp từ tổ chức này', 'The steps that lead on from it.'),
  })
  successors(
    @Root() { key }: PoliceOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PoliceSuccession[]> {
    return read.whole(PoliceSuccession, steps('from'), key);
  }

  @FieldResolver(() => [PoliceSuccession], {
    description: both('Các bước kế tiếp dẫn đến tổ chức này', 'The steps that led to it.'),
  })
  predecessors(
    @Root() { key }: PoliceOrganization,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly PoliceSuccession[]> {
    return read.whole(PoliceSuccession, steps('to'), key);
  }
}
