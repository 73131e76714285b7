import { globalId, keyOf } from '../../../schema/contract/ids.js';
import { isGiven } from '../../shared/reading/asked.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Enterprise } from '../enterprise/enterprise.entity.js';
import { Claim } from './claim.entity.js';
import type { CorrectDisputeInput } from './correction-inputs.js';
import { recordCorrection, type ToldValues } from './correcting.js';
import { MAIN_IS_CLAIMED, requireStarted, standing } from './dispute-reporting.js';
import { LabourDisputeCase } from './labour-dispute-case.entity.js';
import { provinceOn } from './province-on.js';

/** What a correction may change of a case. */
type Facts = Pick<LabourDisputeCase, 'enterprise' | 'startedOn' | 'kind' | 'cause' | 'mainClaim'>;

/**
 * Corrects what was recorded of a case, at whatever state it is. What was published of closed years stays.
 *
 * @throws Refusal INVALID_INPUT, NOT_FOUND, GUARD_FAILED, FORBIDDEN_SCOPE
 */
export async function correctDispute(
  tx: Transaction,
  input: CorrectDisputeInput,
): Promise<LabourDisputeCase> {
  const record = await tx.findExpected(LabourDisputeCase, input);
  const facts = factsIn(record, input);
  requireStarted(facts.startedOn, tx.today);
  await requireClaimed(tx, record, facts);
  const province = await provinceOf(tx, record, facts);
  const { reason } = input;
  const changed = { before: toldOf(record), after: toldOf(facts) };
  await recordCorrection(tx, { disputeCase: record, reason, ...changed });
  return Object.assign(record, { ...facts, province });
}

/** Key of the province in which the enterprise lay on the first day, where one of both is another. */
async function provinceOf(
  tx: Transaction,
  record: LabourDisputeCase,
  { enterprise: key, startedOn: day }: Facts,
): Promise<string> {
  if (key === record.enterprise && day === record.startedOn) return record.province;
  const { unit } = await standing(tx, Enterprise, { key, day });
  return provinceOn(tx, { unit, day });
}

/** What was recorded, with what the input says in its place. */
function factsIn(
  record: LabourDisputeCase,
  { enterprise, startedOn, kind, cause, mainClaim }: CorrectDisputeInput,
): Facts {
  return {
    enterprise: isGiven(enterprise) ? keyOf('Enterprise', enterprise) : record.enterprise,
    startedOn: startedOn ?? record.startedOn,
    kind: kind ?? record.kind,
    cause: cause ?? record.cause,
    mainClaim: mainClaim ?? record.mainClaim,
  };
}

function toldOf({ enterprise, startedOn, kind, cause, mainClaim }: Facts): ToldValues {
  const id = globalId({ type: 'Enterprise', key: enterprise });
  return { enterprise: id, startedOn, kind, cause, mainClaim };
}

async function requireClaimed(
  { em }: Transaction,
  { key }: LabourDisputeCase,
  { mainClaim }: Facts,
): Promise<void> {
  const isClaimed = (await em.count(Claim, { disputeCase: key, kind: mainClaim })) > 0;
  guard(isClaimed, 'main-claim-is-claimed', MAIN_IS_CLAIMED);
}
