import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refOfId } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { AdministrativeUnit, UnionOrganization } from '../borrowed.js';
import { Movement } from '../movement/movement.entity.js';
import { PoliceOrganization } from '../police/police-organization.entity.js';
import { PublicBody } from '../public-body/public-body.entity.js';
import { ActivityConnection } from './activity.connection.js';
import { Activity } from './activity.entity.js';
import { activitiesBy, ActivityFilter, ORGANISED_BY } from './activity.filter.js';
import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

/** Anything that activities can be linked to, by its id. */
interface Linked {
  readonly id: string;
}

/** Adds to an organisation the activities that it organised or joined. */
function organised(organization: ClassType<Linked>) {
  @Resolver(() => organization)
  class OrganisedResolver {
    @FieldResolver(() => ActivityConnection, {
      nullable: true,
      description: both('Hoạt động chủ trì hoặc phối hợp', 'Activities that it organised or joined.'),
    })
    activities(
      @Root() { id }: Linked,
      @Args() asked: ActivityFilter,
      @Args() page: PageArgs,
      @Ctx() { read }: SubgraphContext,
    ): Promise<Connection<Activity>> {
      const listing = activitiesBy(ORGANISED_BY, asked);
      return read.page(Activity, { listing, page, parent: refOfId(id) });
    }
  }
  return OrganisedResolver;
}

/** Adds to an administrative unit the activities that took place there. */
@Resolver(() => AdministrativeUnit)
class PlaceActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    nullable: true,
    description: both(
      'Hoạt động phối hợp mà nguồn nêu chính đơn vị này là địa bàn',
      'Activities for which the sources name this very unit.',
    ),
  })
  activities(
    @Root() { id }: AdministrativeUnit,
    @Args() asked: ActivityFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Activity>> {
    return read.page(Activity, { listing: activitiesBy('places', asked), page, parent: refOfId(id) });
  }
}

/** Adds to a movement the activities held within it. */
@Resolver(() => Movement)
class MovementActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description: both('Hoạt động trong phong trào', 'Activities held within it.'),
  })
  activities(
    @Root() { key }: Movement,
    @Args() asked: ActivityFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Activity>> {
    return read.page(Activity, { listing: activitiesBy('movement', asked), page, parent: key });
  }
}

/** What activities add to the types that they are linked to. */
export const activityContributions = [
  ...[UnionOrganization, PoliceOrganization, PublicBody].map(organised),
  PlaceActivitiesResolver,
  MovementActivitiesResolver,
];
