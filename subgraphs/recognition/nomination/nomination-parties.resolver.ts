import { both } from '../../../schema/contract/text.js';
import { borrowRef, type Borrowed } from '../../shared/borrowed.js';
import type { SubgraphContext } from '../../shared/context.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { AwardForm } from '../award/award-form.entity.js';
import { Organization } from '../borrowed.js';
import { Decision } from '../decision/decision.entity.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { Recognition } from '../recognition/recognition.entity.js';
import { AwardRound } from '../round/award-round.entity.js';
import { NominationStep } from './nomination-step.entity.js';
import { Nomination } from './nomination.entity.js';
import { ruleOfFile } from './rule-of-file.js';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

/** Leads from a nomination to what it rests on and who takes part. */
@Resolver(() => Nomination)
export class NominationPartiesResolver {
  @FieldResolver(() => AwardRound, { nullable: true, description: both('Đợt xét khen', 'Its round.') })
  round(@Root() { round }: Nomination, @Ctx() { read }: SubgraphContext): Promise<AwardRound | null> {
    return read.byKey(AwardRound, round);
  }

  @FieldResolver(() => AwardForm, {
    nullable: true,
    description: both('Hình thức khen', 'The form of award.'),
  })
  form(@Root() { form }: Nomination, @Ctx() { read }: SubgraphContext): Promise<AwardForm | null> {
    return read.byKey(AwardForm, form);
  }

  @FieldResolver(() => AwardAuthorityRule, {
    nullable: true,
    description: both(
      'Quy tắc thẩm quyền áp dụng cho hồ sơ, như khi nộp',
      'The authority rule by which it is handled, as it was when the file was handed in.',
    ),
  })
  rule(@Root() file: Nomination, @Ctx() { read }: SubgraphContext): Promise<AwardAuthorityRule | null> {
    return ruleOfFile(read, file);
  }

  @FieldResolver(() => Recipient, { nullable: true, description: both('Đối tượng', 'Who is nominated.') })
  recipient(@Root() { recipient }: Nomination, @Ctx() { read }: SubgraphContext): Promise<Recipient | null> {
    return read.byKey(Recipient, recipient);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đề nghị', 'The organisation that nominates.'),
  })
  nominator(@Root() { nominator }: Nomination): Borrowed {
    return borrowRef(nominator);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan khen', 'The authority that is asked to award.'),
  })
  authority(@Root() { authority }: Nomination): Borrowed {
    return borrowRef(authority);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Cơ quan ngoài đã nhận hồ sơ', 'The outside authority to which it was sent.'),
  })
  forwardedTo(@Root() { forwardedTo }: Nomination): Borrowed | null {
    return forwardedTo === null ? null : borrowRef(forwardedTo);
  }

  @FieldResolver(() => Decision, {
    nullable: true,
    description: both('Quyết định', 'The decision to award.'),
  })
  async decision(
    @Root() { decision }: Nomination,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Decision | null> {
    return decision === null ? null : read.byKey(Decision, decision);
  }
}

/** Leads from a nomination to what became of it. */
@Resolver(() => Nomination)
export class NominationOutcomeResolver {
  @FieldResolver(() => Recognition, {
    nullable: true,
    description: both('Lần khen thưởng đã trao', 'The recognition that was conferred by it.'),
  })
  async recognition(
    @Root() { key }: Nomination,
    @Ctx() { read }: SubgraphContext,
  ): Promise<Recognition | null> {
    const listing = { by: 'nomination', filters: [], order: BY_KEY };
    const [recognition] = await read.whole(Recognition, listing, key);
    return recognition ?? null;
  }
}

/** Leads from a step to the organisation for which it was taken; the person is not known. */
@Resolver(() => NominationStep)
export class NominationStepResolver {
  @FieldResolver(() => Organization, {
    nullable: true,
    description: both('Tổ chức đã thực hiện', 'The organisation for which it was taken.'),
  })
  organization(@Root() { organization }: NominationStep): Borrowed | null {
    return organization === null ? null : borrowRef(organization);
  }
}
