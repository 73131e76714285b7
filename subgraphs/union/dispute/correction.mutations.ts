import { text } from '../../../schema/contract/text.js';
import { unionMutation } from '../recording/union-mutation.js';
import { addClaim, correctClaim } from './claim-correcting.js';
import { Claim } from './claim.entity.js';
import { AddClaimInput, CorrectClaimInput, CorrectDisputeInput } from './correction-inputs.js';
import { correctDispute } from './dispute-correcting.js';
import { DISPUTE_OFFICERS } from './dispute-steps.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';

/** All that mends or completes what was reported of a dispute. */
export const CORRECTION_MUTATIONS = [
  unionMutation({
    operation: 'correctDispute',
    answers: LabourDisputeCase,
    input: CorrectDisputeInput,
    by: DISPUTE_OFFICERS,
    title: text(
      'Đính chính nội dung đã ghi của một vụ việc, nêu lý do',
      'Corrects what was recorded of a case, and says why.',
    ),
    work: correctDispute,
  }),
  unionMutation({
    operation: 'correctClaim',
    answers: Claim,
    input: CorrectClaimInput,
    by: DISPUTE_OFFICERS,
    title: text(
      'Đính chính một yêu cầu hoặc số tiền của nó, nêu lý do',
      'Corrects a claim or its sums, and says why.',
    ),
    work: correctClaim,
  }),
  unionMutation({
    operation: 'addClaim',
    answers: Claim,
    input: AddClaimInput,
    by: DISPUTE_OFFICERS,
    title: text(
      'Thêm một yêu cầu được nêu sau khi báo cáo; vụ việc chưa giải quyết',
      'Adds a claim that was made after the report to a case that is not resolved.',
    ),
    work: addClaim,
  }),
] as const;
