import { globalId } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { isGiven } from '../../shared/reading/asked.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { maybeGivenText } from '../recording/given.js';
import { ClaimOutcome } from './claim-vocabulary.js';
import { Claim } from './claim.entity.js';
import type { AddClaimInput, CorrectClaimInput } from './correction-inputs.js';
import { recordCorrection, type ToldValues } from './correcting.js';
import { claimValues, MOST_CLAIMS } from './dispute-reporting.js';
import { DisputeState } from './dispute-vocabulary.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { givenDong } from './money.js';

/** States in which what became of each claim is known. */
const SETTLED: ReadonlySet<DisputeState> = new Set([DisputeState.RESOLVED, DisputeState.CLOSED]);

/** Adds a claim to a case that is not resolved. @throws Refusal INVALID_INPUT, GUARD_FAILED, STALE_VERSION */
export async function addClaim(tx: Transaction, input: AddClaimInput): Promise<Claim> {
  const record = await tx.findExpected(LabourDisputeCase, input);
  guard(!SETTLED.has(record.state), 'case-not-resolved', RESOLVED);
  const count = await tx.em.count(Claim, { disputeCase: record.key });
  guard(count < MOST_CLAIMS, 'bounded-claims', TOO_MANY);
  return tx.create(Claim, { disputeCase: record.key, ...claimValues(input.claim, 'claim') });
}

/** What a correction may change of a claim. */
type Facts = Pick<Claim, 'kind' | 'amountVnd' | 'resolvedVnd' | 'workersBand' | 'legalBasis'>;

/**
 * Corrects what was recorded of a claim; its outcome follows from its sums.
 *
 * @throws Refusal INVALID_INPUT, GUARD_FAILED, NOT_FOUND
 */
export async function correctClaim(tx: Transaction, input: CorrectClaimInput): Promise<Claim> {
  const claim = await tx.findExpected(Claim, input);
  const disputeCase = await tx.find(LabourDisputeCase, idOfCase(claim));
  const facts = factsIn(claim, input);
  requireSums(claim, facts, input);
  const outcome = outcomeOf(claim, facts, disputeCase);
  const { reason } = input;
  const changed = { before: toldOf(claim), after: toldOf({ ...facts, outcome }) };
  await recordCorrection(tx, { disputeCase, claim, reason, ...changed });
  Object.assign(claim, { ...facts, outcome });
  await tx.flush();
  await followMainClaim(tx, { disputeCase, kind: facts.kind, reason });
  return claim;
}

function idOfCase({ disputeCase: key }: Claim): string {
  return globalId({ type: 'LabourDisputeCase', key });
}

function factsIn(claim: Claim, input: CorrectClaimInput): Facts {
  const { kind, amount, resolvedAmount: paid, workersBand } = input;
  return {
    kind: kind ?? claim.kind,
    amountVnd: isGiven(amount) ? givenDong(amount, 'amount') : claim.amountVnd,
    resolvedVnd: isGiven(paid) ? paidDong(paid) : claim.resolvedVnd,
    workersBand: workersBand ?? claim.workersBand,
    legalBasis: maybeGivenText(input.legalBasis, 'legalBasis') ?? claim.legalBasis,
  };
}

function paidDong(written: number): number {
  return written === 0 ? 0 : givenDong(written, 'resolvedAmount');
}

/** Claimed = resolved + outstanding, whatever is corrected. */
function requireSums(
  claim: Claim,
  { amountVnd, resolvedVnd }: Facts,
  { resolvedAmount }: CorrectClaimInput,
): void {
  guard(resolvedVnd === 0 || amountVnd !== null, 'claim-has-amount', NO_AMOUNT);
  guard(resolvedVnd <= (amountVnd ?? 0), 'paid-within-claimed', WITHIN);
  const wasMetWithoutSum = claim.outcome === ClaimOutcome.MET && claim.amountVnd === null;
  guard(
    !wasMetWithoutSum || amountVnd === null || isGiven(resolvedAmount),
    'met-claim-says-what-was-paid',
    SAY_PAID,
  );
}

/** What the sums say; without a sum, and where the rest was stated to be unresolved, what was recorded. */
function outcomeOf(
  { outcome }: Claim,
  { amountVnd, resolvedVnd }: Facts,
  { state }: LabourDisputeCase,
): ClaimOutcome {
  if (amountVnd === null) return outcome;
  if (resolvedVnd === amountVnd) return ClaimOutcome.MET;
  if (outcome === ClaimOutcome.UNRESOLVED) return outcome;
  if (resolvedVnd > 0) return ClaimOutcome.PARTLY_MET;
  return SETTLED.has(state) ? ClaimOutcome.UNRESOLVED : ClaimOutcome.PENDING;
}

function toldOf({ kind, amountVnd, resolvedVnd, workersBand, legalBasis, outcome }: ToldFacts): ToldValues {
  const resolved = amountVnd === null ? null : resolvedVnd;
  return { kind, amount: amountVnd, resolvedAmount: resolved, workersBand, legalBasis, outcome };
}

type ToldFacts = Facts & Pick<Claim, 'outcome'>;

interface MainClaim {
  readonly disputeCase: LabourDisputeCase;
  readonly kind: Claim['kind'];
  readonly reason: string;
}

/** A case whose main claim is none of its claims any more is about what that claim turned out to be. */
async function followMainClaim(tx: Transaction, { disputeCase, kind, reason }: MainClaim): Promise<void> {
  const { key, mainClaim } = disputeCase;
  if ((await tx.em.count(Claim, { disputeCase: key, kind: mainClaim })) > 0) return;
  await recordCorrection(tx, { disputeCase, reason, before: { mainClaim }, after: { mainClaim: kind } });
  disputeCase.mainClaim = kind;
}

const RESOLVED = text(
  'Vụ việc đã giải quyết: không thêm yêu cầu.',
  'The case is resolved: no claim is added any more.',
);
const TOO_MANY = text(
  `Mỗi vụ việc có nhiều nhất ${MOST_CLAIMS} yêu cầu.`,
  `A case has ${MOST_CLAIMS} claims at most.`,
);
const NO_AMOUNT = text('Yêu cầu này không có số tiền.', 'This claim has no sum of money.');
const WITHIN = text('Số đã trả không được quá số yêu cầu.', 'No more is paid than was claimed.');
const SAY_PAID = text(
  'Yêu cầu đã được đáp ứng mà nay có số tiền thì phải ghi số đã trả.',
  'Of a claim that was met, and has a sum now, what was paid has to be said.',
);
