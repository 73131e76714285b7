import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { StatisticState } from './statistic-state.js';

const { PROVISIONAL, PUBLISHED, CORRECTED, WITHDRAWN } = StatisticState;

/** How a reported figure goes on; what was corrected may be corrected again. Source: domain rule, life cycle of figures. */
export const STATISTIC_STEPS = {
  publish: { from: [PROVISIONAL], to: PUBLISHED, by: ['UNION_OFFICER'] },
  correct: { from: [PUBLISHED, CORRECTED], to: CORRECTED, by: ['UNION_OFFICER'] },
  withdraw: { from: [PUBLISHED, CORRECTED], to: WITHDRAWN, by: ['UNION_OFFICER'] },
} as const satisfies LifeCycle<'publish' | 'correct' | 'withdraw', StatisticState>;
