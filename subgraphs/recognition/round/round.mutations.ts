import { both, text } from '../../../schema/contract/text.js';
import { keyOf } from '../../../schema/contract/ids.js';
import { refText } from '../../shared/database/refs.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { AwardForm } from '../award/award-form.entity.js';
import { knownKey } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { SECRETARY } from '../nomination/nomination-steps.js';
import { AwardRound } from './award-round.entity.js';
import { AwardRoundState, roundState } from './round-state.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A new round. */
@InputType({ description: both('Đợt xét khen mới', 'A new round.') })
class OpenRoundInput extends MutationInput {
  @Field({ description: both('Tên đợt', 'Name in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  readonly nameEn?: string;

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã cơ quan khen; bỏ trống: tổ chức của bạn',
      'Id of the organisation that awards; your own when not said.',
    ),
  })
  readonly organization?: string;

  @Field(() => [ID], { description: both('Mã các hình thức khen', 'Ids of the forms of award.') })
  readonly forms!: readonly string[];

  /** Unit: year. */
  @Field(() => Int, { description: both('Năm xét khen', 'Year for which is awarded.') })
  readonly year!: number;

  @Field(() => Int, { nullable: true, description: both('Năm đầu của giai đoạn', 'First year of a stage.') })
  readonly stageFrom?: number;

  @Field(() => Int, { nullable: true, description: both('Năm cuối của giai đoạn', 'Last year of a stage.') })
  readonly stageTo?: number;

  @Field(() => LocalDate, { description: both('Ngày bắt đầu nhận hồ sơ', 'First day of intake.') })
  readonly opensOn!: string;

  @Field(() => LocalDate, {
    description: both('Ngày thôi nhận hồ sơ', 'First day on which nothing is taken in any more.'),
  })
  readonly closesOn!: string;
}

/** A round that closes. */
@InputType({ description: both('Đợt cần đóng', 'A round that closes.') })
class CloseRoundInput extends ChangeInput {}

/** What an awards office does with its rounds. */
export const roundMutations = [
  mutationOf({
    name: 'openRound',
    description: both('Mở một đợt xét khen', 'Opens a round, on its first day.'),
    answers: AwardRound,
    by: SECRETARY,
    input: OpenRoundInput,
    work: open,
  }),
  mutationOf({
    name: 'closeRound',
    description: both('Đóng đợt xét khen ngay hôm nay', 'Closes a round today.'),
    answers: AwardRound,
    by: SECRETARY,
    input: CloseRoundInput,
    work: close,
  }),
] as const;

async function open(tx: Transaction, input: OpenRoundInput): Promise<AwardRound> {
  const forms = input.forms.map((id) => keyOf('AwardForm', id));
  guard(
    forms.length > 0,
    'round-has-a-form',
    text('Cần ít nhất một hình thức.', 'At least one form is needed.'),
  );
  for (const key of forms) await knownKey(tx, AwardForm, key);
  const { nameVi, nameEn, year, opensOn, closesOn, stageFrom, stageTo } = input;
  return tx.create(AwardRound, {
    nameVi,
    nameEn,
    organization: input.organization
      ? askedRef(input.organization, ORGANIZATION_TYPES)
      : tx.actor.organization,
    forms: forms.map((key) => refText({ type: 'AwardForm', key })),
    year,
    stage: stageFrom && stageTo ? { from: stageFrom, to: stageTo } : null,
    opensOn,
    closesOn,
  });
}

async function close(tx: Transaction, input: CloseRoundInput): Promise<AwardRound> {
  const round = await tx.findExpected(AwardRound, input);
  guard(
    roundState(round, tx.today) === AwardRoundState.OPEN,
    'round-is-open',
    text('Chỉ đóng được đợt đang mở.', 'Only an open round can be closed.'),
  );
  round.closesOn = tx.today;
  return round;
}
