import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { AdministrativeUnit, UnionOrganization } from '../borrowed.js';
import { TeamStatistic } from './team-statistic.entity.js';
import { teamStatisticsBy, TeamStatisticFilter } from './team-statistic.filter.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const TeamStatisticConnection = connectionOf(TeamStatistic);

/** Reads how many self-managed teams there were. */
@Resolver(() => TeamStatistic)
export class TeamStatisticResolver {
  @Query(() => TeamStatistic, {
    nullable: true,
    description: both('Một số liệu về tổ tự quản', 'One figure on self-managed teams.'),
  })
  teamStatistic(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<TeamStatistic | null> {
    return read.byKey(TeamStatistic, keyOf('TeamStatistic', id));
  }

  @Query(() => TeamStatisticConnection, {
    nullable: true,
    description: both(
      'Số liệu về tổ tự quản của mọi phạm vi',
      'Figures on self-managed teams of all scopes.',
    ),
  })
  teamStatistics(
    @Args() asked: TeamStatisticFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<TeamStatistic>> {
    return read.page(TeamStatistic, { listing: teamStatisticsBy(undefined, asked), page });
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Địa bàn; trống là cả nước', 'The unit that it is about; null for the nation.'),
  })
  place(@Root() { place }: TeamStatistic): Borrowed | null {
    return place === null ? null : borrowRef(place);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn hỗ trợ các tổ', 'The union organisation that supports the teams.'),
  })
  organization(@Root() { organization }: TeamStatistic): Borrowed | null {
    return organization === null ? null : borrowRef(organization);
  }
}

/** Adds to a union organisation the figures on the teams that it supports. */
@Resolver(() => UnionOrganization)
export class UnionTeamStatisticsResolver {
  @FieldResolver(() => TeamStatisticConnection, {
    nullable: true,
    description: both(
      'Số liệu về các tổ tự quản được hỗ trợ',
      'Figures on the self-managed teams it supports.',
    ),
  })
  teamStatistics(
    @Root() { id }: UnionOrganization,
    @Args() asked: TeamStatisticFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<TeamStatistic>> {
    const listing = teamStatisticsBy('organization', asked);
    return read.page(TeamStatistic, { listing, page, parent: refOfId(id) });
  }
}

/** Adds to an administrative unit the figures on the teams of its whole territory. */
@Resolver(() => AdministrativeUnit)
export class PlaceTeamStatisticsResolver {
  @FieldResolver(() => TeamStatisticConnection, {
    nullable: true,
    description: both(
      'Số liệu về tổ tự quản của chính đơn vị này; số liệu cả nước không bao giờ chia cho các địa phương',
      'Figures on the self-managed teams of this very unit; those of the nation are never spread over it.',
    ),
  })
  teamStatistics(
    @Root() { id }: AdministrativeUnit,
    @Args() asked: TeamStatisticFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<TeamStatistic>> {
    return read.page(TeamStatistic, { listing: teamStatisticsBy('place', asked), page, parent: refOfId(id) });
  }
}
