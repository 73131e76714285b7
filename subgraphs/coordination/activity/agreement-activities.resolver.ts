import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { refText } from '../../shared/database/refs.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { ActivityConnection } from './activity.connection.js';
import { Activity } from './activity.entity.js';
import { activitiesBy, ActivityFilter } from './activity.filter.js';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Adds to an activity the agreement under which it was held. */
@Resolver(() => Activity)
export class ActivityAgreementResolver {
  @FieldResolver(() => CoordinationAgreement, {
    nullable: true,
    description: both('Thỏa thuận phối hợp làm căn cứ', 'The agreement under which it was held.'),
  })
  agreement(
    @Root() { agreement }: Activity,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CoordinationAgreement | null> {
    return read.byRef(CoordinationAgreement, agreement);
  }
}

/** Adds to an agreement the activities held under it. */
@Resolver(() => CoordinationAgreement)
export class AgreementActivitiesResolver {
  @FieldResolver(() => ActivityConnection, {
    description: both('Hoạt động thực hiện thỏa thuận', 'The activities held under it.'),
  })
  activities(
    @Root() { key }: CoordinationAgreement,
    @Args() asked: ActivityFilter,
    @Args() page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<Activity>> {
    const parent = refText({ type: 'CoordinationAgreement', key });
    return read.page(Activity, { listing: activitiesBy('agreement', asked), page, parent });
  }
}
