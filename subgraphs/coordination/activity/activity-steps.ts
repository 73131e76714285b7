import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { OFFICERS } from '../document/officers.js';
import { ActivityState } from './activity-vocabulary.js';

const { PLANNED, APPROVED, HELD, REPORTED, CANCELLED } = ActivityState;

/** The steps of an activity's life. Source: domain rule, life cycles. */
export const ACTIVITY_STEPS = {
  approve: { from: [PLANNED], to: APPROVED, by: OFFICERS },
  hold: { from: [APPROVED], to: HELD, by: OFFICERS },
  report: { from: [HELD], to: REPORTED, by: OFFICERS },
  cancel: { from: [PLANNED, APPROVED], to: CANCELLED, by: OFFICERS },
} as const satisfies LifeCycle<string, ActivityState>;
