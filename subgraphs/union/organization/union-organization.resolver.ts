import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { AsOfArgs } from '../../shared/as-of.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { isGiven } from '../../shared/reading/asked.js';
import { has, heldOnDay, named } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import { UnionLevelPeriod } from './union-level-period.entity.js';
import { UnionLevel } from './union-level.js';
import { atWorkOn, orderOfUnions, UnionFilter } from './union-filter.js';
import { UnionOrganization } from './union-organization.entity.js';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';

/** Unions, a page at a time. */
export const UnionOrganizationConnection = connectionOf(UnionOrganization);

/** Finds union organisations and the levels of their system. */
@Resolver()
export class UnionOrganizationQueries {
  @Query(() => UnionOrganization, {
    nullable: true,
    description: both('Một tổ chức công đoàn', 'One union organisation.'),
  })
  unionOrganization(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<UnionOrganization | null> {
    return read.byKey(UnionOrganization, keyOf('UnionOrganization', id));
  }

  @Query(() => UnionOrganizationConnection, {
    nullable: true,
    description: both(
      'Các tổ chức công đoàn; không có asOf thì gồm cả tổ chức đã kết thúc',
      'Union organisations; without asOf those of all times.',
    ),
  })
  unionOrganizations(
    @Args(() => UnionFilter) filter: UnionFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<UnionOrganization>> {
    const { asOf, level, name, unit } = filter;
    const filters = [...atWorkOn(asOf), ...has('level', level), ...named(name)];
    const listing = { filters, order: orderOfUnions(filter) };
    if (!isGiven(unit)) return read.page(UnionOrganization, { listing, page });
    const by = { table: 'union_jurisdiction', child: 'organization_key', parent: 'unit_key', heldOn: asOf };
    const parent = keyOf('AdministrativeUnit', unit);
    return read.page(UnionOrganization, { listing: { ...listing, by }, page, parent });
  }

  @Query(() => [UnionLevelPeriod], {
    nullable: true,
    description: both(
      'Các cấp của hệ thống công đoàn; không có asOf thì gồm cả cấp đã kết thúc',
      'Levels of the union system; without asOf those of all times.',
    ),
  })
  unionLevelPeriods(
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Arg('level', () => UnionLevel, {
      nullable: true,
      description: both('Chỉ cấp này', 'Of this level only.'),
    })
    level: UnionLevel | undefined,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly UnionLevelPeriod[]> {
    const filters = [...heldOnDay(asOf), ...has('level', level)];
    return read.whole(UnionLevelPeriod, { filters, order: BY_NAME });
  }
}
