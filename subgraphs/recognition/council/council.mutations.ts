import { both, text } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { askedRef } from '../../shared/reading/asked.js';
import { Classification } from '../../shared/values/classification.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { knownRecord } from '../../shared/writing/known-record.js';
import { mutationOf } from '../nomination/mutation.js';
import { SECRETARY } from '../nomination/nomination-steps.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { NominationState } from '../nomination/nomination.enums.js';
import { CouncilItem } from './council-item.entity.js';
import { CouncilSession } from './council-session.entity.js';
import { recordVote, RecordVoteInput } from './vote.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A meeting to come. */
@InputType({ description: both('Phiên họp mới', 'A meeting to come.') })
class ConveneCouncilInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: both(
      'Mã cơ quan có hội đồng; bỏ trống: tổ chức của bạn',
      'Id of the organisation whose council meets; your own when not said.',
    ),
  })
  readonly organization?: string;

  @Field(() => LocalDate, { description: both('Ngày họp', 'Day of the meeting.') })
  readonly heldOn!: string;

  /** Unit: people. */
  @Field(() => Int, { description: both('Số thành viên hội đồng', 'Members of the council, in people.') })
  readonly memberCount!: number;
}

/** A file for the agenda. */
@InputType({ description: both('Hồ sơ đưa vào phiên họp', 'A file for the agenda.') })
class PlaceOnAgendaInput extends ChangeInput {
  @Field(() => ID, { description: both('Mã phiên họp', 'Id of the session.') })
  readonly session!: string;
}

/** What the secretary of a council does. */
export const councilMutations = [
  mutationOf({
    name: 'conveneCouncil',
    description: both('Triệu tập phiên họp hội đồng', 'Convenes a council.'),
    answers: CouncilSession,
    by: SECRETARY,
    input: ConveneCouncilInput,
    work: convene,
  }),
  mutationOf({
    name: 'placeOnAgenda',
    description: both(
      'Đưa hồ sơ vào chương trình phiên họp, hoặc chuyển sang phiên khác trước khi bỏ phiếu',
      'Puts a nomination on the agenda of a session, or moves it to another one before the vote.',
    ),
    answers: CouncilItem,
    by: SECRETARY,
    input: PlaceOnAgendaInput,
    work: place,
  }),
  mutationOf({
    name: 'recordVote',
    description: both(
      'Ghi kết quả bỏ phiếu: chỉ tổng số; đạt hay không theo quy tắc thẩm quyền',
      'Records the tallies of a vote; whether it is passed follows from the authority rule.',
    ),
    answers: Nomination,
    by: SECRETARY,
    input: RecordVoteInput,
    work: recordVote,
  }),
] as const;

function convene(tx: Transaction, input: ConveneCouncilInput): Promise<CouncilSession> {
  const { heldOn, memberCount } = input;
  const organization = input.organization
    ? askedRef(input.organization, ORGANIZATION_TYPES)
    : tx.actor.organization;
  const session = { classification: Classification.RESTRICTED, organization, heldOn, memberCount };
  return Promise.resolve(tx.create(CouncilSession, session));
}

async function place(tx: Transaction, input: PlaceOnAgendaInput): Promise<CouncilItem> {
  const nomination = await tx.findExpected(Nomination, input);
  const session = await knownRecord(tx, CouncilSession, input.session);
  guard(
    nomination.state === NominationState.COUNCIL_READY && session.organization === nomination.authority,
    'file-is-for-this-council',
    text(
      'Hồ sơ phải sẵn sàng trình hội đồng, và phiên họp là của cơ quan mở đợt.',
      "The file has to be ready for the council, and the session that of the round's organisation.",
    ),
  );
  const known = await tx.em.findOne(CouncilItem, { nomination: nomination.key });
  if (known) known.session = session.key;
  return known ?? tx.create(CouncilItem, itemOf(nomination, session));
}

function itemOf({ key }: Nomination, session: CouncilSession) {
  return { classification: Classification.RESTRICTED, session: session.key, nomination: key };
}
