import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { askedRef, isGiven } from '../../shared/reading/asked.js';
import { by } from '../../shared/reading/orders.js';
import { AdministrativeUnit } from '../borrowed.js';
import { Movement } from '../movement/movement.entity.js';
import { Organization, organizationsOf, type AnyOrganization } from '../organization.js';
import { ActivityConnection } from './activity.connection.js';
import { Activity } from './activity.entity.js';
import { ActivitiesFilter, activitiesLeft } from './activity.filter.js';
import { CommunicationProduct } from './communication-product.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Reads what the two sides did together. */
@Resolver(() => Activity)
export class ActivityResolver {
  @Query(() => Activity, { nullable: true, description: both('Một hoạt động phối hợp', 'One activity.') })
  activity(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Activity | null> {
    return read.byKey(Activity, keyOf('Activity', id));
  }

  @Query(() => ActivityConnection, {
    nullable: true,
    description: both('Các hoạt động phối hợp, mới nhất trước', 'What was done together, the latest first.'),
  })
  activities(
    @Args() asked: ActivitiesFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Activity>> {
    const { organiser } = asked;
    const parent = isGiven(organiser) ? askedRef(organiser, ORGANIZATION_TYPES) : undefined;
    return read.page(Activity, { listing: activitiesLeft(asked), page, parent });
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: both('Cơ quan, tổ chức chủ trì', 'Who organised it.'),
  })
  organisers(
    @Root() { organisers }: Activity,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, organisers);
  }

  @FieldResolver(() => [Organization], {
    nullable: 'items',
    description: both('Cơ quan, tổ chức phối hợp', 'Who organised it with them.'),
  })
  coOrganisers(
    @Root() { coOrganisers }: Activity,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly AnyOrganization[]> {
    return organizationsOf(read, coOrganisers);
  }

  @FieldResolver(() => [AdministrativeUnit], {
    nullable: 'items',
    description: both('Địa bàn', 'The administrative units in which it took place.'),
  })
  places(@Root() { places }: Activity): readonly Borrowed[] {
    return places.map(borrowRef);
  }

  @FieldResolver(() => Movement, {
    nullable: true,
    description: both('Phong trào', 'The movement to which it belongs.'),
  })
  async movement(@Root() { movement }: Activity, @Ctx() { read }: SubgraphContext): Promise<Movement | null> {
    return movement === null ? null : read.byKey(Movement, movement);
  }

  @FieldResolver(() => [CommunicationProduct], {
    description: both('Sản phẩm tuyên truyền', 'The communication products that it brought forth.'),
  })
  products(
    @Root() { key }: Activity,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly CommunicationProduct[]> {
    return read.whole(CommunicationProduct, { by: 'activity', filters: [], order: by('kind') }, key);
  }
}

/** Reads what a product is part of. */
@Resolver(() => CommunicationProduct)
export class CommunicationProductResolver {
  @FieldResolver(() => Activity, {
    nullable: true,
    description: both('Hoạt động làm ra sản phẩm', 'The activity that brought it forth.'),
  })
  activity(
    @Root() product: CommunicationProduct,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Activity | null> {
    return read.byKey(Activity, product.activity);
  }
}
