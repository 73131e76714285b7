import { both, text } from '../../../schema/contract/text.js';
import { BY_KEY } from '../../shared/reading/orders.js';
import { idOfRef, refText } from '../../shared/database/refs.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { knownRule } from '../nomination/eligibility.js';
import { knownKey } from '../../shared/writing/known-record.js';
import type { NominationStepName } from '../nomination/nomination-steps.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { requireClear, stateOfStep } from '../nomination/take-step.js';
import { CouncilItem } from './council-item.entity.js';
import { CouncilSession } from './council-session.entity.js';
import { Field, InputType, Int } from 'type-graphql';

/** How many voted how. Unit of all: votes. */
@InputType({ description: both('Tổng số phiếu', 'How many voted how.') })
export class RecordVoteInput extends ChangeInput {
  @Field(() => Int, { description: both('Số phiếu đồng ý', 'Votes in favour.') })
  readonly votesFor!: number;

  @Field(() => Int, { description: both('Số phiếu không đồng ý', 'Votes against.') })
  readonly votesAgainst!: number;

  @Field(() => Int, { description: both('Số phiếu trắng', 'Abstentions.') })
  readonly abstentions!: number;
}

/** How many voted how. */
export type Tally = Pick<RecordVoteInput, 'votesFor' | 'votesAgainst' | 'abstentions'>;

/** What makes a vote valid and passed; see the authority rule. Unit: per cent. */
export interface VoteRule {
  readonly quorum: number;
  readonly voteThreshold: number;
}

/**
 * Records the vote on a nomination, which passes it or does not.
 *
 * @throws Refusal INVALID_TRANSITION, SEPARATION_OF_DUTIES, GUARD_FAILED
 */
export async function recordVote(tx: Transaction, input: RecordVoteInput): Promise<Nomination> {
  const nomination = await tx.findExpected(Nomination, input);
  const rule = voteRule(await knownRule(tx, nomination));
  const act = isPassed(input, rule) ? 'PASS_VOTE' : 'FAIL_VOTE';
  const state = await stateOfStep(tx, nomination, act satisfies NominationStepName);
  const item = await itemOf(tx, nomination);
  requireQuorum(await heldSession(tx, item), input, rule);
  const { votesFor, votesAgainst, abstentions } = input;
  await requireClear(tx, nomination.key, act);
  Object.assign(item, { votesFor, votesAgainst, abstentions });
  nomination.state = state;
  return nomination;
}

/** Whether the votes in favour reach the threshold of all votes. */
export function isPassed(tally: Tally, { voteThreshold }: Pick<VoteRule, 'voteThreshold'>): boolean {
  return tally.votesFor * 100 >= voteThreshold * votesIn(tally);
}

function votesIn({ votesFor, votesAgainst, abstentions }: Tally): number {
  return votesFor + votesAgainst + abstentions;
}

/** The hub never guesses what a law asks for. */
function voteRule({ quorum, voteThreshold }: AwardAuthorityRule): VoteRule {
  guard(
    quorum !== null && voteThreshold !== null,
    'rule-states-the-vote',
    text(
      'Quy tắc thẩm quyền chưa có tỷ lệ họp và tỷ lệ phiếu: người quản lý dữ liệu cần bổ sung.',
      'The authority rule states no quorum and threshold yet: the data steward has to enter them.',
    ),
  );
  return { quorum: quorum ?? 0, voteThreshold: voteThreshold ?? 0 };
}

async function itemOf(tx: Transaction, { key }: Nomination): Promise<CouncilItem> {
  const [item] = await tx.read.whole(CouncilItem, { by: 'nomination', filters: [], order: BY_KEY }, key);
  guard(
    item !== undefined,
    'file-is-on-an-agenda',
    text('Hồ sơ chưa có trong chương trình phiên họp nào.', 'The file is on no agenda yet.'),
  );
  return tx.find(CouncilItem, idOfRef(refText({ type: 'CouncilItem', key: item?.key ?? '' })));
}

async function heldSession(tx: Transaction, { session }: CouncilItem): Promise<CouncilSession> {
  const held = await knownKey(tx, CouncilSession, session);
  guard(
    held.heldOn <= tx.today,
    'session-was-held',
    text(`Phiên họp diễn ra ngày ${held.heldOn}.`, `The session is held on ${held.heldOn}.`),
  );
  return held;
}

function requireQuorum({ memberCount }: CouncilSession, tally: Tally, { quorum }: VoteRule): void {
  const votes = votesIn(tally);
  const isCounted =
    Math.min(tally.votesFor, tally.votesAgainst, tally.abstentions) >= 0 && votes <= memberCount;
  guard(
    isCounted,
    'votes-of-members',
    text(`Tổng số phiếu từ 0 đến ${memberCount}.`, `There are between 0 and ${memberCount} votes.`),
  );
  guard(
    votes * 100 >= quorum * memberCount,
    'quorum',
    text(
      `Phải có ít nhất ${quorum}% của ${memberCount} thành viên bỏ phiếu.`,
      `At least ${quorum} per cent of ${memberCount} members have to vote.`,
    ),
  );
}
