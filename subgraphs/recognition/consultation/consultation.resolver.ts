import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { connectionOf, PageArgs, type Connection } from '../../shared/page.js';
import { has } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { requireRole } from '../../shared/rights/require-role.js';
import { NeedsScope } from '../../shared/rights/scopes.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Organization } from '../borrowed.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { achievementOf, consultationReasonOf } from '../recipient/personal-texts.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { Consultation } from './consultation.entity.js';
import { ConsultationState } from './consultation.steps.js';
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

const ConsultationConnection = connectionOf(Consultation);

/** Reads consultations: the counterpart's own, and those of files that the caller may read. */
@Resolver(() => Consultation)
export class ConsultationResolver {
  @NeedsScope('nominations:read')
  @Query(() => ConsultationConnection, {
    nullable: true,
    description: both(
      'Các đề nghị hiệp y trong phạm vi của bạn, hạn gần nhất trước',
      'Consultations in your scope, the earliest due first.',
    ),
  })
  async consultations(
    @Arg('state', () => ConsultationState, { nullable: true, description: both('Kết quả', 'In this state.') })
    state: ConsultationState | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Connection<Consultation>> {
    await requireRole(context, 'consultations', ['UNION_OFFICER', 'POLICE_OFFICER', 'AWARD_SECRETARY']);
    const listing = { filters: has('state', state), order: by('dueOn') };
    return context.read.page(Consultation, { listing, page });
  }

  @FieldResolver(() => Boolean, {
    description: both('Quá hạn mà chưa trả lời', 'Whether no answer came within the term.'),
  })
  isOverdue(@Root() { state, dueOn }: Consultation, @Ctx() { today }: SubgraphContext): boolean {
    return state === ConsultationState.ASKED && today > dueOn;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: both('Ý kiến bằng văn bản', 'What the counterpart wrote.'),
  })
  reason(@Root() { key }: Consultation, @Ctx() { read }: SubgraphContext): Promise<string | null> {
    return consultationReasonOf(read, key);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: both('Tóm tắt thành tích', 'Summary of the achievement.'),
  })
  achievementSummary(
    @Root() { nomination }: Consultation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<string | null> {
    return achievementOf(read, nomination);
  }

  @FieldResolver(() => Nomination, {
    nullable: true,
    description: both(
      'Hồ sơ; trống khi không thuộc quyền xem',
      'The file; null for whoever may not read it.',
    ),
  })
  nomination(
    @Root() { nomination }: Consultation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Nomination | null> {
    return read.byKey(Nomination, nomination);
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen', 'The form of award.'),
  })
  form(@Root() { form }: Consultation, @Ctx() { read }: SubgraphContext): Promise<AwardForm | null> {
    return read.byKey(AwardForm, form);
  }

  @FieldResolver(() => Recipient, { nullable: true, description: both('Đối tượng', 'Who is nominated.') })
  recipient(
    @Root() { recipient }: Consultation,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Recipient | null> {
    return read.byKey(Recipient, recipient);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức quản lý đối tượng', 'The organisation to which the recipient belongs.'),
  })
  organization(@Root() { organization }: Consultation): Borrowed {
    return borrowRef(organization);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan khen', 'The authority that is asked to award.'),
  })
  authority(@Root() { authority }: Consultation): Borrowed {
    return borrowRef(authority);
  }
}
