import { keyOf } from '../../../schema/contract/ids.js';
import { both } from '../../../schema/contract/text.js';
import type { SubgraphContext } from '../../shared/context.js';
import { PageArgs, type Connection } from '../../shared/page.js';
import { BY_KEY, by } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { Consultation } from '../consultation/consultation.entity.js';
import { CouncilItem } from '../council/council-item.entity.js';
import { achievementOf, returnReasonOf } from '../recipient/personal-texts.js';
import { NominationConnection, NominationFilter, nominationListing } from './nomination-list.js';
import { NominationStep } from './nomination-step.entity.js';
import { Nomination } from './nomination.entity.js';
import { isSeparationKept } from './separation.js';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

/** Whoever has nominations to read. */
const READERS = [
  'UNION_OFFICER',
  'POLICE_OFFICER',
  'AWARD_SECRETARY',
  'COUNCIL_MEMBER',
  'SIGNATORY',
] as const;

/** Reads nominations. */
@Resolver(() => Nomination)
export class NominationResolver {
  @NeedsScope('nominations:read')
  @Query(() => Nomination, {
    nullable: true,
    description: both('Một hồ sơ đề nghị khen thưởng', 'One nomination.'),
  })
  async nomination(
    @Arg('id', () => ID, { description: both('Mã toàn cục', 'Global id.') }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Nomination | null> {
    await requireRole(context, 'nomination', READERS);
    return context.read.byKey(Nomination, keyOf('Nomination', id));
  }

  @NeedsScope('nominations:read')
  @Query(() => NominationConnection, {
    nullable: true,
    description: both(
      'Hồ sơ đề nghị khen thưởng trong phạm vi của bạn, mới nhất trước',
      'Nominations in your scope, newest first.',
    ),
  })
  async nominations(
    @Args(() => NominationFilter) filter: NominationFilter,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Nomination>> {
    await requireRole(context, 'nominations', READERS);
    return context.read.page(Nomination, { listing: await nominationListing(context, filter), page });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: both('Tóm tắt thành tích', 'Summary of the achievement.'),
  })
  achievementSummary(@Root() { key }: Nomination, @Ctx() { read }: SubgraphContext): Promise<string | null> {
    return achievementOf(read, key);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: both('Lý do trả lại lần gần nhất', 'Why it was returned the last time.'),
  })
  returnReason(@Root() { key }: Nomination, @Ctx() { read }: SubgraphContext): Promise<string | null> {
    return returnReasonOf(read, key);
  }

  @FieldResolver(() => [NominationStep], {
    description: both('Các bước đã qua, theo thứ tự', 'The steps that it has taken, in their order.'),
  })
  steps(@Root() { key }: Nomination, @Ctx() { read }: SubgraphContext): Promise<readonly NominationStep[]> {
    return read.whole(NominationStep, { by: 'nomination', filters: [], order: by('ordinal') }, key);
  }

  @FieldResolver(() => Boolean, {
    description: both(
      'Các vai đề nghị, thẩm định, ghi phiếu, quyết định có do người, đơn vị khác nhau thực hiện',
      'Whether the duties that have to be kept apart were done by different people and units.',
    ),
  })
  isSeparationKept(@Root() { key }: Nomination, @Ctx() { read }: SubgraphContext): Promise<boolean> {
    return isSeparationKept(read, key);
  }

  @FieldResolver(() => [Consultation], { description: both('Các lần hiệp y', 'Its consultations.') })
  consultations(
    @Root() { key }: Nomination,
    @Ctx() { read }: SubgraphContext,
  ): Promise<readonly Consultation[]> {
    return read.whole(Consultation, { by: 'nomination', filters: [], order: by('askedOn') }, key);
  }

  @FieldResolver(() => CouncilItem, {
    nullable: true,
    description: both('Phần trong phiên họp hội đồng', 'Its place on an agenda, and the vote.'),
  })
  async councilItem(
    @Root() { key }: Nomination,
    @Ctx() { read }: SubgraphContext,
  ): Promise<CouncilItem | null> {
    const [item] = await read.whole(CouncilItem, { by: 'nomination', filters: [], order: BY_KEY }, key);
    return item ?? null;
  }
}
