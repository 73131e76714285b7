import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { Consent } from './consent.entity.js';
import { CONSENT_STEPS, ConsentState } from './consent.steps.js';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

const ConsentConnection = connectionOf(Consent);

/** Reads consents, for those who keep them and for the privacy officer. */
@Resolver(() => Consent)
export class ConsentResolver {
  @NeedsScope('consents:read')
  @Query(() => ConsentConnection, {
    nullable: true,
    description: both('Sự đồng ý của cá nhân trong phạm vi của bạn', 'Consents in your scope.'),
  })
  async consents(
    @Arg('state', () => ConsentState, { nullable: true, description: both('Tình trạng', 'In this state.') })
    state: ConsentState | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Consent>> {
    await requireRole(context, 'consents', CONSENT_STEPS.withdraw.by);
    return context.read.page(Consent, { listing: { filters: has('state', state), order: BY_KEY }, page });
  }

  @FieldResolver(() => Recipient, { nullable: true, description: both('Của ai', 'Whose it is.') })
  recipient(@Root() consent: Consent, @Ctx() { read }: SubgraphContext): Promise<Recipient | null> {
    return read.byKey(Recipient, consent.recipient);
  }
}
