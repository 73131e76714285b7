import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { OFFICERS } from '../document/officers.js';
import { AgreementState } from './agreement-kind.js';

const { DRAFT, SIGNED, IN_FORCE, AMENDED, SUPERSEDED, EXPIRED, TERMINATED } = AgreementState;

/** The steps of an agreement's life; `supersede` is taken by its successor. Source: domain rule, life cycles. */
export const AGREEMENT_STEPS = {
  sign: { from: [DRAFT], to: SIGNED, by: OFFICERS },
  bringIntoForce: { from: [SIGNED], to: IN_FORCE, by: OFFICERS },
  amend: { from: [IN_FORCE, AMENDED], to: AMENDED, by: OFFICERS },
  supersede: { from: [IN_FORCE, AMENDED], to: SUPERSEDED, by: OFFICERS },
  expire: { from: [IN_FORCE, AMENDED], to: EXPIRED, by: OFFICERS },
  terminate: { from: [IN_FORCE, AMENDED], to: TERMINATED, by: OFFICERS },
} as const satisfies LifeCycle<string, AgreementState>;
