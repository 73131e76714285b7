import type { Role } from '../../shared/rights/role.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { ClaimOutcome } from './claim-vocabulary.js';
import { DisputeState } from './dispute-vocabulary.js';

/** Who may see and handle dispute cases: the union alone, each officer in the own scope. Source: domain rule, dispute case. */
export const DISPUTE_OFFICERS = ['UNION_OFFICER'] as const satisfies readonly Role[];

const { REPORTED, VERIFIED, IN_DIALOGUE, IN_MEDIATION, AGREED, REFERRED, RESOLVED, CLOSED } = DisputeState;
const by = DISPUTE_OFFICERS;

/**
 * The life of a dispute case. Where dialogue ends in agreement there is no mediation; nothing is referred before it.
 * Source: domain rule, life cycles; mediation before arbitrators and courts: Labour Code 45/2019/QH14, text not checked.
 */
export const DISPUTE_STEPS = {
  verifyDispute: { from: [REPORTED], to: VERIFIED, by },
  openDialogue: { from: [VERIFIED], to: IN_DIALOGUE, by },
  openMediation: { from: [IN_DIALOGUE], to: IN_MEDIATION, by },
  recordAgreement: { from: [IN_DIALOGUE, IN_MEDIATION], to: AGREED, by },
  referDispute: { from: [IN_MEDIATION], to: REFERRED, by },
  resolveDispute: { from: [AGREED, REFERRED], to: RESOLVED, by },
  closeDispute: { from: [RESOLVED], to: CLOSED, by },
} as const satisfies LifeCycle<string, DisputeState>;

const { PENDING, PARTLY_MET, MET, UNRESOLVED } = ClaimOutcome;

/** What becomes of a claim. A claim that was stated to be unresolved may still be met later. */
export const CLAIM_STEPS = {
  payInPart: { from: [PENDING, PARTLY_MET, UNRESOLVED], to: PARTLY_MET, by },
  payInFull: { from: [PENDING, PARTLY_MET, UNRESOLVED], to: MET, by },
  recordClaimMet: { from: [PENDING, UNRESOLVED], to: MET, by },
  recordClaimUnresolved: { from: [PENDING, PARTLY_MET], to: UNRESOLVED, by },
} as const satisfies LifeCycle<string, ClaimOutcome>;
