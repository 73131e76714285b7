import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { AdministrativeUnit } from '../territory/administrative-unit.entity.js';
import { listOfAll, listOfOrganization, listOfUnit } from './statistic-lists.js';
import type { StatisticKind } from './statistic-kind.js';
import type { UnionStatistic } from './union-statistic.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** All that every kind of statistic has: its lists and the scope of each figure. */
export function statisticResolvers<Row extends UnionStatistic>(kind: StatisticKind<Row>) {
  return [listOfAll(kind), listOfOrganization(kind), listOfUnit(kind), scopeOf(kind)] as const;
}

function scopeOf<Row extends UnionStatistic>({ type }: StatisticKind<Row>) {
  @Resolver(() => type)
  class StatisticScope {
    @FieldResolver(() => AdministrativeUnit, {
      nullable: true,
      description: both(
        'Địa bàn của số liệu; trống khi là cả nước',
        'Territory that the figure covers; null for the whole country.',
      ),
    })
    async unit(
      @Root() { unit }: UnionStatistic,
      @Ctx() { read }: SubgraphContext,
    ): Promise<AdministrativeUnit | null> {
      return unit === null ? null : read.byKey(AdministrativeUnit, unit);
    }

    @FieldResolver(() => UnionOrganization, {
      nullable: true,
      description: both(
        'Tổ chức công đoàn có số liệu thuộc phạm vi',
        'Union organisation in whose field the figure lies.',
      ),
    })
    async organization(
      @Root() { organization }: UnionStatistic,
      @Ctx() { read }: SubgraphContext,
    ): Promise<UnionOrganization | null> {
      return organization === null ? null : read.byKey(UnionOrganization, organization);
    }
  }
  return StatisticScope;
}
