import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { readRefs } from '../../shared/reading/refs.js';
import { Activity } from '../activity/activity.entity.js';
import { AdministrativeUnit, UnionOrganization } from '../borrowed.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { SelfManagedTeam } from './self-managed-team.entity.js';
import { SelfManagedTeamConnection, TeamFilter, TeamsFilter, teamsBy, teamsLeft } from './team.filter.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads the self-managed teams. */
@Resolver(() => SelfManagedTeam)
export class SelfManagedTeamResolver {
  @Query(() => SelfManagedTeam, {
    nullable: true,
    description: both('Một tổ tự quản', 'One self-managed team.'),
  })
  team(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<SelfManagedTeam | null> {
    return read.byKey(SelfManagedTeam, keyOf('SelfManagedTeam', id));
  }

  @Query(() => SelfManagedTeamConnection, {
    nullable: true,
    description: both('Các tổ tự quản', 'The self-managed teams.'),
  })
  teams(
    @Args() asked: TeamsFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<SelfManagedTeam>> {
    return read.page(SelfManagedTeam, { listing: teamsLeft(asked), page });
  }

  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description: both('Địa bàn', 'The administrative unit in which it works.'),
  })
  place(@Root() { place }: SelfManagedTeam): Borrowed {
    return borrowRef(place);
  }

  @FieldResolver(() => UnionOrganization, {
    nullable: true,
    description: both('Tổ chức công đoàn hỗ trợ', 'The union organisation that supports it.'),
  })
  supportingUnion(@Root() { supportingUnion }: SelfManagedTeam): Borrowed | null {
    return supportingUnion === null ? null : borrowRef(supportingUnion);
  }

  @FieldResolver(() => PoliceOrganization, {
    nullable: true,
    description: both('Đơn vị công an hướng dẫn', 'The police organisation that guides it.'),
  })
  guidingPolice(
    @Root() { guidingPolice }: SelfManagedTeam,
    @Ctx() { read }: SubgraphContext,
  ): Promise<PoliceOrganization | null> {
    return read.byRef(PoliceOrganization, guidingPolice);
  }

  @FieldResolver(() => [Activity], { description: both('Các đợt tập huấn', 'The trainings it had.') })
  trainings(
    @Root() { trainings }: SelfManagedTeam,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly Activity[]> {
    return readRefs(read, Activity, trainings);
  }

  @FieldResolver(() => SelfManagedTeam, {
    nullable: true,
    description: both('Tổ đã nhận hợp nhất', 'The team within which it goes on, once merged.'),
  })
  async mergedInto(
    @Root() { mergedInto }: SelfManagedTeam,
    @Ctx() { read }: SubgraphContext,
  ): Promise<SelfManagedTeam | null> {
    return mergedInto === null ? null : read.byKey(SelfManagedTeam, mergedInto);
  }
}

/** Adds to a union organisation the teams that it supports. */
@Resolver(() => UnionOrganization)
export class UnionTeamsResolver {
  @FieldResolver(() => SelfManagedTeamConnection, {
    nullable: true,
    description: both('Các tổ tự quản được hỗ trợ', 'The self-managed teams that it supports.'),
  })
  teams(
    @Root() { id }: UnionOrganization,
    @Args() asked: TeamFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<SelfManagedTeam>> {
    const listing = teamsBy('supportingUnion', asked);
    return read.page(SelfManagedTeam, { listing, page, parent: refOfId(id) });
  }
}
