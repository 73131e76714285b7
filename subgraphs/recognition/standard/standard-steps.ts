import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { StandardRecognitionState } from './standard-recognition.enums.js';

const { REGISTERED, SELF_ASSESSED, APPRAISED, RECOGNISED, NOT_RECOGNISED, EXPIRED, WITHDRAWN_FOR_CAUSE } =
  StandardRecognitionState;

/**
 * The life cycle of a yearly recognition; it begins REGISTERED, and nobody but the calendar takes the last step.
 * Source: domain rule, life cycles.
 */
export const STANDARD_STEPS = {
  selfAssess: { from: [REGISTERED], to: SELF_ASSESSED, by: ['UNION_OFFICER'] },
  appraise: { from: [SELF_ASSESSED], to: APPRAISED, by: ['UNION_OFFICER', 'POLICE_OFFICER'] },
  recognise: { from: [APPRAISED], to: RECOGNISED, by: ['SIGNATORY'] },
  decline: { from: [APPRAISED], to: NOT_RECOGNISED, by: ['SIGNATORY'] },
  withdraw: { from: [RECOGNISED], to: WITHDRAWN_FOR_CAUSE, by: ['SIGNATORY'] },
  expire: { from: [RECOGNISED], to: EXPIRED, by: [] },
} as const satisfies LifeCycle<string, StandardRecognitionState>;

/** A step of {@link STANDARD_STEPS}. */
export type StandardStepName = keyof typeof STANDARD_STEPS;

/** States of a subject that met the standard in the year, whether the year has ended or not. */
export const WAS_MET: readonly StandardRecognitionState[] = [RECOGNISED, EXPIRED];
