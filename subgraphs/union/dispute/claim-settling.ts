import { text } from '../../../schema/contract/text.js';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Claim } from './claim.entity.js';
import type { RecordClaimPaymentInput } from './dispute-inputs.js';
import { CLAIM_STEPS } from './dispute-steps.js';
import { givenDong } from './money.js';

/** Records what was paid of a claim so far. @throws Refusal INVALID_INPUT, INVALID_TRANSITION, GUARD_FAILED */
export async function recordClaimPayment(tx: Transaction, input: RecordClaimPaymentInput): Promise<Claim> {
  const resolvedVnd = givenDong(input.resolvedAmount, 'resolvedAmount');
  const claim = await tx.findExpected(Claim, input);
  requirePayable(claim, resolvedVnd);
  const name = resolvedVnd === claim.amountVnd ? 'payInFull' : 'payInPart';
  return Object.assign(claim, { resolvedVnd, outcome: stateAfter(CLAIM_STEPS, name, claim.outcome) });
}

/** States that a claim is met that has no sum of money. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function recordClaimMet(tx: Transaction, input: ChangeInput): Promise<Claim> {
  const claim = await tx.findExpected(Claim, input);
  guard(
    claim.amountVnd === null,
    'claim-without-amount',
    text(
      'Yêu cầu có số tiền được đáp ứng bằng việc ghi số đã trả.',
      'A claim of money is met by its payments.',
    ),
  );
  return Object.assign(claim, { outcome: stateAfter(CLAIM_STEPS, 'recordClaimMet', claim.outcome) });
}

/** States that a claim, or the rest of it, is unresolved. @throws Refusal INVALID_TRANSITION */
export async function recordClaimUnresolved(tx: Transaction, input: ChangeInput): Promise<Claim> {
  const claim = await tx.findExpected(Claim, input);
  return Object.assign(claim, { outcome: stateAfter(CLAIM_STEPS, 'recordClaimUnresolved', claim.outcome) });
}

function requirePayable({ amountVnd, resolvedVnd }: Claim, paidVnd: number): void {
  guard(
    amountVnd !== null,
    'claim-has-amount',
    text('Yêu cầu này không có số tiền.', 'This claim has no sum of money.'),
  );
  guard(
    amountVnd !== null && paidVnd <= amountVnd,
    'paid-within-claimed',
    text('Số đã trả không được quá số yêu cầu.', 'No more is paid than was claimed.'),
  );
  guard(
    paidVnd > resolvedVnd,
    'paid-never-falls',
    text(
      `Tổng số đã trả phải lớn hơn số đã ghi (${resolvedVnd}).`,
      `All that was paid has to be more than was recorded (${resolvedVnd}).`,
    ),
  );
}
