import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { TEAM_OFFICERS } from './team-steps.js';
import { SelfManagedTeamConnection } from './team.filter.js';
import { teamsToRepoint } from './teams-to-repoint.js';
import { Args, Ctx, Query, Resolver } from 'type-graphql';

/** Tells officers which of their teams a reorganisation has left behind. */
@Resolver()
export class TeamToRepointResolver {
  @NeedsScope('coordination:read')
  @Query(() => SelfManagedTeamConnection, {
    nullable: true,
    description: both(
      'Tổ đang hoạt động trong phạm vi của bạn có công đoàn hỗ trợ hoặc công an hướng dẫn đã kết thúc',
      'Active teams in your scope of which the supporting union or the guiding police has ended.',
    ),
  })
  async teamsToRepoint(
    @Args() page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<SelfManagedTeam>> {
    await requireRole(context, 'teamsToRepoint', TEAM_OFFICERS);
    const { read, today } = context;
    const filters = [{ property: 'key', in: await teamsToRepoint(read, today) }];
    return read.page(SelfManagedTeam, { listing: { filters, order: BY_KEY }, page });
  }
}
