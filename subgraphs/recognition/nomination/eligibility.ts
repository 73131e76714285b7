import { text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { heldOn } from '../../shared/values/validity.js';
import { guard, notFound, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import type { AwardAuthorityRule } from '../award/award-authority-rule.entity.js';
import { AwardStep } from '../award/award-authority-rule.enums.js';
import { Recipient } from '../recipient/recipient.entity.js';
import { AwardRound } from '../round/award-round.entity.js';
import { AwardRoundState, roundState } from '../round/round-state.js';
import { knownKey } from '../../shared/writing/known-record.js';
import type { Nomination } from './nomination.entity.js';
import { ruleOfFile, type FileRule } from './rule-of-file.js';
import { termOf } from './working-days.js';

/** What a nomination rests on. */
export interface Grounds {
  readonly round: AwardRound;
  readonly rule: AwardAuthorityRule;
  readonly recipient: Recipient;
}

/** What a nomination rests on, by the keys that it holds. */
export async function groundsOf(
  tx: Transaction,
  nomination: Pick<Nomination, 'round' | 'rule' | 'ruleVersion' | 'recipient'>,
): Promise<Grounds> {
  return {
    round: await knownKey(tx, AwardRound, nomination.round),
    rule: await knownRule(tx, nomination),
    recipient: await knownKey(tx, Recipient, nomination.recipient),
  };
}

/** The rule that a file follows. @throws Refusal NOT_FOUND */
export async function knownRule(tx: Transaction, file: FileRule): Promise<AwardAuthorityRule> {
  const rule = await ruleOfFile(tx.read, file);
  if (!rule) throw notFound('AwardAuthorityRule');
  return rule;
}

/** Refuses a nomination for which no rule gives the authority. @throws Refusal GUARD_FAILED */
export function requireAuthority({ round, rule, recipient }: Grounds, today: string): void {
  guard(
    rule.authorities.includes(round.organization) && round.forms.includes(formRef(rule)),
    'rule-gives-authority',
    text(
      'Quy tắc phải trao thẩm quyền cho cơ quan mở đợt, với một hình thức của đợt.',
      'The rule has to give authority to the organisation of the round, for a form of the round.',
    ),
  );
  guard(
    rule.recipientKinds.includes(recipient.kind),
    'rule-covers-recipient',
    text('Quy tắc không áp dụng cho loại đối tượng này.', 'The rule does not cover this kind of recipient.'),
  );
  guard(
    heldOn(rule, today),
    'rule-is-valid',
    text(
      'Quy tắc thẩm quyền phải có hiệu lực vào hôm nay.',
      'The authority rule has to be in force on this day.',
    ),
  );
}

/**
 * Refuses recipients whom another organisation entered: with a file of one's own, one would read their names.
 *
 * @throws Refusal FORBIDDEN_SCOPE
 */
export async function requireOwnRecipient(tx: Transaction, { key }: Recipient): Promise<void> {
  const [found] = await tx.em.execute<{ isOwn: boolean }[]>('select has_registered(?) as "isOwn"', [key]);
  if (found?.isOwn) return;
  throw new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text(
      'Đối tượng này do tổ chức khác ghi: hãy ghi đối tượng của tổ chức bạn.',
      'Another organisation entered this recipient: register one of your own.',
    ),
    { field: 'recipient' },
  );
}

/** Refuses what reaches a round that is not open. @throws Refusal GUARD_FAILED */
export function requireOpenRound(round: AwardRound, today: string): void {
  guard(
    roundState(round, today) === AwardRoundState.OPEN,
    'round-is-open',
    text(
      `Đợt nhận hồ sơ từ ${round.opensOn} đến trước ${round.closesOn}.`,
      `The round takes in nominations from ${round.opensOn} until before ${round.closesOn}.`,
    ),
  );
}

/** Refuses what comes before the public was heard, where the rule asks for that. @throws Refusal GUARD_FAILED */
export function requireCommented({ commentClosesOn }: Nomination, { rule }: Grounds, today: string): void {
  guard(
    termOf(rule, AwardStep.PUBLIC_COMMENT) === null || (commentClosesOn !== null && commentClosesOn <= today),
    'comment-is-needed',
    text(
      'Hình thức này phải lấy ý kiến công khai trước.',
      'Comments of the public have to be heard before for this award.',
    ),
  );
}

/**
 * Refuses a second award for the same achievement, and a second one of a form that can be got once. It looks at all
 * files, those that the caller may not see included, and lets one recipient be decided about by one caller at a time.
 *
 * @throws Refusal GUARD_FAILED
 */
export async function requireFirstAward(tx: Transaction, { key }: Pick<Nomination, 'key'>): Promise<void> {
  await tx.em.execute('select lock_award(?)', [key]);
  const [found] = await tx.em.execute<{ isAwarded: boolean }[]>(
    'select is_awarded_already(?) as "isAwarded"',
    [key],
  );
  guard(
    found?.isAwarded !== true,
    'first-award-for-the-achievement',
    text(
      'Thành tích này đã được khen, hoặc hình thức này chỉ được tặng một lần.',
      'This achievement has been awarded already, or this form can be given only once.',
    ),
  );
}

function formRef({ form }: AwardAuthorityRule): string {
  return refText({ type: 'AwardForm', key: form });
}
