import { text, type Text } from '../../../schema/contract/text.js';
import { unionMutation } from '../recording/union-mutation.js';
import { CORRECTION_MUTATIONS } from './correction.mutations.js';
import { recordClaimMet, recordClaimPayment, recordClaimUnresolved } from './claim-settling.js';
import { Claim } from './claim.entity.js';
import {
  ClaimStepInput,
  DisputeStepInput,
  RecordClaimPaymentInput,
  ReportDisputeInput,
  ResolveDisputeInput,
} from './dispute-inputs.js';
import { reportDispute } from './dispute-reporting.js';
import { CLAIM_STEPS, DISPUTE_OFFICERS, DISPUTE_STEPS } from './dispute-steps.js';
import { resolveDispute, step } from './dispute-stepping.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';

/** Steps that need nothing but the case. */
const PLAIN_STEPS = {
  verifyDispute: text('Ghi nhận vụ việc đã được xác minh', 'Records that a case was verified.'),
  openDialogue: text('Mở đối thoại với người sử dụng lao động', 'Opens the dialogue with the employer.'),
  openMediation: text('Đưa vụ việc ra hòa giải', 'Brings a case before a mediator.'),
  recordAgreement: text('Ghi nhận hai bên đã thỏa thuận', 'Records that the two sides agreed.'),
  referDispute: text(
    'Chuyển vụ việc đến cơ quan có thẩm quyền, trọng tài hoặc tòa án',
    'Refers a case to an authority, arbitrators or a court.',
  ),
  closeDispute: text('Kết thúc vụ việc đã giải quyết', 'Closes a case that was resolved.'),
} as const satisfies Partial<Readonly<Record<keyof typeof DISPUTE_STEPS, Text>>>;

type PlainStep = keyof typeof PLAIN_STEPS;

function plainStep(operation: PlainStep) {
  return unionMutation({
    operation,
    answers: LabourDisputeCase,
    input: DisputeStepInput,
    by: DISPUTE_STEPS[operation].by,
    title: PLAIN_STEPS[operation],
    work: (tx, input) => step(tx, operation, input),
  });
}

/** All that is done about dispute cases and their claims. */
export const DISPUTE_MUTATIONS = [
  unionMutation({
    operation: 'reportDispute',
    answers: LabourDisputeCase,
    input: ReportDisputeInput,
    by: DISPUTE_OFFICERS,
    title: text(
      'Báo cáo một vụ tranh chấp lao động, ngừng việc tập thể với các yêu cầu',
      'Reports a labour dispute with its claims.',
    ),
    work: reportDispute,
  }),
  ...(Object.keys(PLAIN_STEPS) as PlainStep[]).map(plainStep),
  unionMutation({
    operation: 'resolveDispute',
    answers: LabourDisputeCase,
    input: ResolveDisputeInput,
    by: DISPUTE_STEPS.resolveDispute.by,
    title: text(
      'Ghi nhận vụ việc đã giải quyết; mỗi yêu cầu phải có kết quả',
      'Records that a case was resolved; of each claim something has to be known.',
    ),
    work: resolveDispute,
  }),
  unionMutation({
    operation: 'recordClaimPayment',
    answers: Claim,
    input: RecordClaimPaymentInput,
    by: CLAIM_STEPS.payInPart.by,
    title: text('Ghi số tiền đã trả cho một yêu cầu', 'Records what was paid of a claim so far.'),
    work: recordClaimPayment,
  }),
  unionMutation({
    operation: 'recordClaimMet',
    answers: Claim,
    input: ClaimStepInput,
    by: CLAIM_STEPS.recordClaimMet.by,
    title: text(
      'Ghi nhận yêu cầu không có số tiền đã được đáp ứng',
      'Records that a claim without a sum of money was met.',
    ),
    work: recordClaimMet,
  }),
  unionMutation({
    operation: 'recordClaimUnresolved',
    answers: Claim,
    input: ClaimStepInput,
    by: CLAIM_STEPS.recordClaimUnresolved.by,
    title: text(
      'Xác định một yêu cầu, hoặc phần còn lại, chưa giải quyết được',
      'States that a claim, or the rest of it, is unresolved.',
    ),
    work: recordClaimUnresolved,
  }),
  ...CORRECTION_MUTATIONS,
] as const;
