import { text } from '../../../schema/contract/text.js';
import type { ChangeInput } from '../../shared/writing/input.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { ClaimOutcome } from './claim-vocabulary.js';
import { Claim } from './claim.entity.js';
import type { ResolveDisputeInput } from './dispute-inputs.js';
import { DISPUTE_STEPS } from './dispute-steps.js';
import { DisputeResolution, DisputeState } from './dispute-vocabulary.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';

/** Takes a step of the life of the case that the caller read. @throws Refusal INVALID_TRANSITION, STALE_VERSION, NOT_FOUND */
export async function step(
  tx: Transaction,
  name: keyof typeof DISPUTE_STEPS,
  input: ChangeInput,
): Promise<LabourDisputeCase> {
  const record = await tx.findExpected(LabourDisputeCase, input);
  record.state = stateAfter(DISPUTE_STEPS, name, record.state);
  return record;
}

/** Resolves a case of whose every claim something is known. @throws Refusal INVALID_TRANSITION, GUARD_FAILED */
export async function resolveDispute(
  tx: Transaction,
  input: ResolveDisputeInput,
): Promise<LabourDisputeCase> {
  const record = await tx.findExpected(LabourDisputeCase, input);
  const state = stateAfter(DISPUTE_STEPS, 'resolveDispute', record.state);
  const { resolution } = input;
  guard(
    record.state !== DisputeState.AGREED || resolution === DisputeResolution.AGREEMENT,
    'agreed-is-resolved-by-agreement',
    text(
      'Vụ việc đã thỏa thuận thì giải quyết theo thỏa thuận.',
      'What was agreed is resolved by agreement.',
    ),
  );
  guard(
    (await tx.em.count(Claim, { disputeCase: record.key, outcome: ClaimOutcome.PENDING })) === 0,
    'every-claim-has-an-outcome',
    text(
      'Mỗi yêu cầu phải có số tiền đã trả, được ghi là đã đáp ứng hoặc xác định chưa giải quyết được.',
      'Of each claim a payment is recorded, or it is stated to be met or to be unresolved.',
    ),
  );
  return Object.assign(record, { state, resolution });
}
