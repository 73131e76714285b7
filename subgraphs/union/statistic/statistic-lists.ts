import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { isRecord } from '../../shared/reading/filter.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { statisticListing } from './statistic-filter.js';
import type { MetricFilter, StatisticKind } from './statistic-kind.js';
import type { UnionStatistic } from './union-statistic.js';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Whose figures a list holds. */
@ArgsType()
class ScopeArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: both('Của đơn vị hành chính này', 'Of this administrative unit.'),
  })
  readonly unit?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Của tổ chức công đoàn này', 'Of this union organisation.'),
  })
  readonly organization?: string;
}

/** The list of all figures of one kind. */
export function listOfAll<Row extends UnionStatistic>(kind: StatisticKind<Row>) {
  const { type, list, title, Connection, Filter, KeptApart } = kind;

  @Resolver()
  class StatisticQueries {
    @KeptApart
    @Query(() => Connection, {
      nullable: true,
      description: both(title.vi, title.en),
    })
    [list](
      @Args(() => Filter) filter: MetricFilter,
      @Args(() => ScopeArgs) { unit, organization, ...page }: ScopeArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Row>> {
      const listing = statisticListing(filter);
      const scope = [
        ...isRecord('unit', unit, 'AdministrativeUnit'),
        ...isRecord('organization', organization, 'UnionOrganization'),
      ];
      return read.page(type, { listing: { ...listing, filters: [...listing.filters, ...scope] }, page });
    }
  }
  return StatisticQueries;
}

/** The list of the figures of one kind in the field of a union organisation. */
export function listOfOrganization<Row extends UnionStatistic>(kind: StatisticKind<Row>) {
  const { type, list, title, Connection, Filter, KeptApart } = kind;

  @Resolver(() => UnionOrganization)
  class OrganizationStatistics {
    @KeptApart
    @FieldResolver(() => Connection, {
      description: both(`${title.vi} thuộc phạm vi của tổ chức`, `${title.en} Those in its field.`),
    })
    [list](
      @Root() organization: UnionOrganization,
      @Args(() => Filter) filter: MetricFilter,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Row>> {
      const listing = { ...statisticListing(filter), by: 'organization' };
      return read.page(type, { listing, page, parent: organization.key });
    }
  }
  return OrganizationStatistics;
}

/** The list of the figures of one kind about an administrative unit. */
export function listOfUnit<Row extends UnionStatistic>(kind: StatisticKind<Row>) {
  const { type, list, title, Connection, Filter, KeptApart } = kind;

  @Resolver(() => AdministrativeUnit)
  class UnitStatistics {
    @KeptApart
    @FieldResolver(() => Connection, {
      description: both(`${title.vi} trên địa bàn`, `${title.en} Those about its territory.`),
    })
    [list](
      @Root() unit: AdministrativeUnit,
      @Args(() => Filter) filter: MetricFilter,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Row>> {
      const listing = { ...statisticListing(filter), by: 'unit' };
      return read.page(type, { listing, page, parent: unit.key });
    }
  }
  return UnitStatistics;
}
