import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, Direction, PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY, by } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Organization } from '../borrowed.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { CouncilItem } from './council-item.entity.js';
import { CouncilSession } from './council-session.entity.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

const CouncilSessionConnection = connectionOf(CouncilSession);
const CouncilItemConnection = connectionOf(CouncilItem);
const READERS = ['AWARD_SECRETARY', 'COUNCIL_MEMBER', 'SIGNATORY'] as const;

/** Reads the sessions of councils, for those who take part in them. */
@Resolver(() => CouncilSession)
export class CouncilSessionResolver {
  @NeedsScope('nominations:read')
  @Query(() => CouncilSession, {
    nullable: true,
    description: both('Một phiên họp hội đồng', 'One session of a council.'),
  })
  async councilSession(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<CouncilSession | null> {
    await requireRole(context, 'councilSession', READERS);
    return context.read.byKey(CouncilSession, keyOf('CouncilSession', id));
  }

  @NeedsScope('nominations:read')
  @Query(() => CouncilSessionConnection, {
    nullable: true,
    description: both(
      'Các phiên họp hội đồng trong phạm vi của bạn, mới nhất trước',
      'Sessions of councils in your scope, newest first.',
    ),
  })
  async councilSessions(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<CouncilSession>> {
    await requireRole(context, 'councilSessions', READERS);
    const listing = { filters: [], order: by('heldOn', Direction.DESC) };
    return context.read.page(CouncilSession, { listing, page });
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan có hội đồng', 'The organisation whose council it is.'),
  })
  organization(@Root() { organization }: CouncilSession): Borrowed {
    return borrowRef(organization);
  }

  @FieldResolver(() => CouncilItemConnection, {
    description: both('Các hồ sơ trong chương trình', 'The nominations on its agenda.'),
  })
  items(
    @Root() { key }: CouncilSession,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Connection<CouncilItem>> {
    return read.page(CouncilItem, {
      listing: { by: 'session', filters: [], order: BY_KEY },
      page,
      parent: key,
    });
  }
}

/** Leads from an item to its session and its file. */
@Resolver(() => CouncilItem)
export class CouncilItemResolver {
  @FieldResolver(() => CouncilSession, { nullable: true, description: both('Phiên họp', 'The session.') })
  session(
    @Root() { session }: CouncilItem,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CouncilSession | null> {
    return read.byKey(CouncilSession, session);
  }

  @FieldResolver(() => Nomination, { nullable: true, description: both('Hồ sơ', 'The nomination.') })
  nomination(
    @Root() { nomination }: CouncilItem,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Nomination | null> {
    return read.byKey(Nomination, nomination);
  }
}
