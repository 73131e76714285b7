import { text } from '../../../schema/contract/text.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenText } from '../recording/given.js';
import type { Claim } from './claim.entity.js';
import { type CorrectedValue, DisputeCorrection } from './dispute-correction.entity.js';
import { RESTRICTED } from './dispute-reporting.js';
import type { LabourDisputeCase } from './labour-dispute-case.entity.js';

/** Values as a correction tells them, by field. */
export type ToldValues = Readonly<Record<string, string | number | null>>;

/** What is corrected, and why. */
export interface Correcting {
  readonly disputeCase: LabourDisputeCase;
  /** The claim that is corrected; none where it is the case itself. */
  readonly claim?: Claim;
  readonly reason: string;
  readonly before: ToldValues;
  readonly after: ToldValues;
}

/**
 * Records that a case or a claim is corrected, which lets the version at hand be changed; before it is changed.
 *
 * @throws Refusal INVALID_INPUT, GUARD_FAILED where nothing is another
 */
export async function recordCorrection(
  tx: Transaction,
  { disputeCase, claim, reason, before, after }: Correcting,
): Promise<void> {
  const changes = changesBetween(before, after);
  guard(changes.length > 0, 'something-to-correct', NOTHING);
  tx.create(DisputeCorrection, {
    ...RESTRICTED,
    disputeCase: disputeCase.key,
    claim: claim?.key ?? null,
    correctedVersion: (claim ?? disputeCase).version,
    correctedBy: tx.actor.organization,
    correctedOn: tx.today,
    reason: givenText(reason, 'reason'),
    changes,
  });
  await tx.flush();
}

function changesBetween(before: ToldValues, after: ToldValues): readonly CorrectedValue[] {
  return Object.keys(after)
    .filter((field) => after[field] !== before[field])
    .map((field) => ({ field, before: told(before[field]), after: told(after[field]) }));
}

function told(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}

const NOTHING = text('Không có giá trị nào khác với đã ghi.', 'Nothing differs from what is recorded.');
