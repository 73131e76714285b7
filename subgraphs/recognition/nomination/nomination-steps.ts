import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import type { Role } from '../../shared/rights/role.js';
import { NominationAct, NominationState } from './nomination.enums.js';

const {
  DRAFT,
  SUBMITTED,
  RETURNED,
  VERIFIED,
  CONSULTATION,
  ENDORSED,
  OBJECTED,
  PUBLIC_COMMENT,
  COUNCIL_READY,
  VOTED_PASSED,
  VOTED_FAILED,
  DECIDED,
  CONFERRED,
  REVOKED,
  REJECTED,
  WITHDRAWN,
  FORWARDED,
  OUTCOME_UNKNOWN,
} = NominationState;

/** Who nominates, and answers for the counterpart agency when it is consulted. */
export const OFFICERS = ['UNION_OFFICER', 'POLICE_OFFICER'] as const satisfies readonly Role[];
/** The awards office, which is the council's secretary as well. */
export const SECRETARY = ['AWARD_SECRETARY'] as const satisfies readonly Role[];
/** The office that signs. */
export const SIGNATORY = ['SIGNATORY'] as const satisfies readonly Role[];

/** States from which a verified file goes on. */
const JUDGED = [VERIFIED, ENDORSED, OBJECTED] as const;

/**
 * The life cycle of a nomination; the database holds to the same table. Whether it is on hold is kept apart, since only
 * the awards office may see that. Source: domain rule, life cycles.
 */
export const NOMINATION_STEPS = {
  SUBMIT: { from: [DRAFT, RETURNED], to: SUBMITTED, by: OFFICERS },
  RETURN: { from: [SUBMITTED, ...JUDGED], to: RETURNED, by: SECRETARY },
  VERIFY: { from: [SUBMITTED], to: VERIFIED, by: SECRETARY },
  CONSULT: { from: [VERIFIED], to: CONSULTATION, by: SECRETARY },
  ENDORSE: { from: [CONSULTATION], to: ENDORSED, by: OFFICERS },
  OBJECT: { from: [CONSULTATION], to: OBJECTED, by: OFFICERS },
  OPEN_COMMENT: { from: JUDGED, to: PUBLIC_COMMENT, by: SECRETARY },
  CLOSE_COMMENT: { from: [PUBLIC_COMMENT], to: COUNCIL_READY, by: SECRETARY },
  READY: { from: JUDGED, to: COUNCIL_READY, by: SECRETARY },
  PASS_VOTE: { from: [COUNCIL_READY], to: VOTED_PASSED, by: SECRETARY },
  FAIL_VOTE: { from: [COUNCIL_READY], to: VOTED_FAILED, by: SECRETARY },
  DECIDE: { from: [VOTED_PASSED], to: DECIDED, by: SIGNATORY },
  DECLINE: { from: [VOTED_PASSED], to: REJECTED, by: SIGNATORY },
  CONFER: { from: [DECIDED], to: CONFERRED, by: [...SECRETARY, ...OFFICERS] },
  WITHDRAW: {
    from: [
      DRAFT,
      SUBMITTED,
      RETURNED,
      CONSULTATION,
      ...JUDGED,
      PUBLIC_COMMENT,
      COUNCIL_READY,
      VOTED_PASSED,
      FORWARDED,
    ],
    to: WITHDRAWN,
    by: OFFICERS,
  },
  REJECT: { from: [SUBMITTED, ...JUDGED, PUBLIC_COMMENT, FORWARDED], to: REJECTED, by: SECRETARY },
  FORWARD: { from: [...JUDGED, VOTED_PASSED], to: FORWARDED, by: SECRETARY },
  RECORD_OUTSIDE_DECISION: { from: [FORWARDED], to: DECIDED, by: SECRETARY },
  LEAVE_OUTCOME_UNKNOWN: { from: [FORWARDED], to: OUTCOME_UNKNOWN, by: SECRETARY },
  REVOKE: { from: [CONFERRED], to: REVOKED, by: [...SIGNATORY, ...SECRETARY] },
} as const satisfies LifeCycle<
  Exclude<NominationAct, NominationAct.DRAFT | NominationAct.REVISE>,
  NominationState
>;

/** A step of {@link NOMINATION_STEPS}. */
export type NominationStepName = keyof typeof NOMINATION_STEPS;

/** States in which a nomination has led to an award. */
export const SUCCESSFUL: readonly NominationState[] = [DECIDED, CONFERRED, REVOKED];

/** States that nothing but the nominator moves on, and only while the round is open. */
export const UNSENT: readonly NominationState[] = [DRAFT, RETURNED];
