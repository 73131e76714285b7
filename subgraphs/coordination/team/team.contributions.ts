import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { AdministrativeUnit } from '../borrowed.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { SelfManagedTeamConnection, TeamFilter, teamsBy } from './team.filter.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Adds to a police organisation the teams that it guides. */
@Resolver(() => PoliceOrganization)
export class PoliceTeamsResolver {
  @FieldResolver(() => SelfManagedTeamConnection, {
    nullable: true,
    description: both('Các tổ tự quản được hướng dẫn', 'The self-managed teams that it guides.'),
  })
  teams(
    @Root() { id }: PoliceOrganization,
    @Args() asked: TeamFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<SelfManagedTeam>> {
    const listing = teamsBy('guidingPolice', asked);
    return read.page(SelfManagedTeam, { listing, page, parent: refOfId(id) });
  }
}

/** Adds to an administrative unit the teams that work there. */
@Resolver(() => AdministrativeUnit)
export class PlaceTeamsResolver {
  @FieldResolver(() => SelfManagedTeamConnection, {
    nullable: true,
    description: both(
      'Các tổ tự quản có địa bàn là chính đơn vị này',
      'The self-managed teams that work in this very unit.',
    ),
  })
  teams(
    @Root() { id }: AdministrativeUnit,
    @Args() asked: TeamFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<SelfManagedTeam>> {
    return read.page(SelfManagedTeam, { listing: teamsBy('place', asked), page, parent: refOfId(id) });
  }
}
