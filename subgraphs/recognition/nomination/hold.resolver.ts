import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { isRecord } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Hold } from './hold.entity.js';
import { Nomination } from './nomination.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const HoldConnection = connectionOf(Hold);

/** Reads holds, for the awards office and the privacy officer alone. */
@Resolver(() => Hold)
export class HoldResolver {
  @NeedsScope('nominations:read')
  @Query(() => HoldConnection, {
    nullable: true,
    description: both('Các lần tạm dừng hồ sơ trong phạm vi của bạn', 'Holds in your scope, newest first.'),
  })
  async holds(
    @Arg('nomination', () => ID, {
      nullable: true,
      description: both('Mã hồ sơ', 'Of this nomination: its id.'),
    })
    nomination: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Hold>> {
    await requireRole(context, 'holds', ['AWARD_SECRETARY', 'PRIVACY_OFFICER']);
    const filters = isRecord('nomination', nomination, 'Nomination');
    return context.read.page(Hold, { listing: { filters, order: by('heldOn', Direction.DESC) }, page });
  }

  @FieldResolver(() => Nomination, {
    nullable: true,
    description: both(
      'Hồ sơ; trống khi không thuộc quyền xem',
      'The file; null for whoever may not read it.',
    ),
  })
  nomination(@Root() hold: Hold, @Ctx() { read }: SubgraphContext): Promise<Nomination | null> {
    return read.byKey(Nomination, hold.nomination);
  }
}
