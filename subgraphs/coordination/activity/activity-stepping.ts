import { text } from '../../../schema/contract/text.js';
import { partialDate } from '../../shared/values/partial-date.js';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard, Refusal, UserErrorCode } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { dutyMark } from '../agreement/duty-mark.js';
import type { ApproveActivityInput, CancelActivityInput, HoldActivityInput } from './activity-inputs.js';
import { ACTIVITY_STEPS } from './activity-steps.js';
import { Activity } from './activity.entity.js';

/** Approves what somebody else planned. @throws Refusal INVALID_TRANSITION, SEPARATION_OF_DUTIES */
export async function approveActivity(tx: Transaction, input: ApproveActivityInput): Promise<Activity> {
  const activity = await takeStep(tx, 'approve', input);
  if (activity.plannedBy === dutyMark(tx.actor, activity.key)) throw ownPlan();
  return activity;
}

/** Keeps when an activity was held. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function holdActivity(tx: Transaction, input: HoldActivityInput): Promise<Activity> {
  const activity = await takeStep(tx, 'hold', input);
  guard(
    input.heldOn <= tx.today,
    'held-by-today',
    text('Ngày tổ chức không sau hôm nay.', 'An activity was held today at the latest.'),
  );
  activity.heldOn = partialDate(input.heldOn);
  return activity;
}

/** Drops what was not held yet. @throws Refusal INVALID_TRANSITION */
export function cancelActivity(tx: Transaction, input: CancelActivityInput): Promise<Activity> {
  return takeStep(tx, 'cancel', input);
}

/** The activity that the caller read, one step further. @throws Refusal INVALID_TRANSITION, STALE_VERSION, NOT_FOUND */
export async function takeStep(
  tx: Transaction,
  step: keyof typeof ACTIVITY_STEPS,
  input: ChangeInput,
): Promise<Activity> {
  const activity = await tx.findExpected(Activity, input);
  activity.state = stateAfter(ACTIVITY_STEPS, step, activity.state);
  return activity;
}

function ownPlan(): Refusal {
  return new Refusal(
    UserErrorCode.SEPARATION_OF_DUTIES,
    text('Người lập kế hoạch không được tự duyệt.', 'Whoever planned an activity does not approve it.'),
    { rule: 'approved-by-another' },
  );
}
