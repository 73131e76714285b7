import { both, text } from '../../../schema/contract/text.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { requireConsulted } from '../consultation/counterpart.js';
import { AwardStep } from '../award/award-authority-rule.enums.js';
import { afterWorkingDays, termOf } from './working-days.js';
import { groundsOf, requireCommented } from './eligibility.js';
import { NominationStepInput } from './nomination-inputs.js';
import type { Nomination } from './nomination.entity.js';
import { stepMutation } from './take-step.js';

/** How a file reaches the council, by way of the public where the rule says so. */
export const commentMutations = [
  stepMutation({
    name: 'openPublicComment',
    act: 'OPEN_COMMENT',
    description: both(
      'Mở lấy ý kiến công khai, trong số ngày làm việc mà quy tắc nêu',
      'Opens a file to comments of the public, for as many working days as the rule says.',
    ),
    input: NominationStepInput,
    work: open,
  }),
  stepMutation({
    name: 'closePublicComment',
    act: 'CLOSE_COMMENT',
    description: both(
      'Kết thúc lấy ý kiến, chuyển hội đồng',
      'Ends the comments; the file is ready for the council.',
    ),
    input: NominationStepInput,
    work: close,
  }),
  stepMutation({
    name: 'readyForCouncil',
    act: 'READY',
    description: both(
      'Chuyển hội đồng khi không phải lấy ý kiến công khai',
      'Makes a file ready for the council where no comment of the public is needed.',
    ),
    input: NominationStepInput,
    work: ready,
  }),
] as const;

async function open(tx: Transaction, nomination: Nomination): Promise<void> {
  const grounds = await groundsOf(tx, nomination);
  requireConsulted(nomination, grounds);
  const days = termOf(grounds.rule, AwardStep.PUBLIC_COMMENT);
  guard(
    days !== null,
    'rule-asks-for-comment',
    text(
      'Quy tắc thẩm quyền không nêu thời gian lấy ý kiến công khai.',
      'The authority rule says nothing of comments of the public.',
    ),
  );
  nomination.commentClosesOn = afterWorkingDays(tx.today, days ?? 0);
}

function close(tx: Transaction, { commentClosesOn }: Nomination): void {
  guard(
    commentClosesOn !== null && commentClosesOn <= tx.today,
    'comment-is-over',
    text(
      `Thời gian lấy ý kiến kết thúc vào ngày ${commentClosesOn ?? '—'}.`,
      `The comments end on ${commentClosesOn ?? '—'}.`,
    ),
  );
}

async function ready(tx: Transaction, nomination: Nomination): Promise<void> {
  const grounds = await groundsOf(tx, nomination);
  requireConsulted(nomination, grounds);
  requireCommented(nomination, grounds, tx.today);
}
