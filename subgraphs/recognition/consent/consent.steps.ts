import { both } from '../../../schema/contract/text.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { registerEnumType } from 'type-graphql';

/** How far a recipient's consent has come. No answer is not consent. Source: domain rule, life cycles. */
export enum ConsentState {
  NOT_REQUIRED = 'NOT_REQUIRED',
  NOT_REQUESTED = 'NOT_REQUESTED',
  REQUESTED = 'REQUESTED',
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ConsentState, {
  name: 'ConsentState',
  description: both('Tình trạng đồng ý', "How far a recipient's consent has come."),
  valuesConfig: {
    NOT_REQUIRED: { description: both('Không cần: không phải cá nhân', 'Not needed: no individual.') },
    NOT_REQUESTED: { description: both('Chưa hỏi', 'Not asked for.') },
    REQUESTED: { description: both('Đã hỏi, chưa trả lời', 'Asked for, not answered: no consent.') },
    GRANTED: { description: both('Đồng ý', 'Granted.') },
    REFUSED: { description: both('Từ chối', 'Refused.') },
    WITHDRAWN: { description: both('Đã rút', 'Withdrawn; the name is hidden everywhere.') },
  },
});

/** Who keeps the answers of the individuals whom they nominate. */
const KEEPERS = ['UNION_OFFICER', 'POLICE_OFFICER', 'AWARD_SECRETARY'] as const;

/** The life cycle of a consent. */
export const CONSENT_STEPS = {
  request: { from: [ConsentState.NOT_REQUESTED], to: ConsentState.REQUESTED, by: KEEPERS },
  grant: { from: [ConsentState.REQUESTED], to: ConsentState.GRANTED, by: KEEPERS },
  refuse: { from: [ConsentState.REQUESTED], to: ConsentState.REFUSED, by: KEEPERS },
  withdraw: { from: [ConsentState.GRANTED], to: ConsentState.WITHDRAWN, by: [...KEEPERS, 'PRIVACY_OFFICER'] },
} as const satisfies LifeCycle<string, ConsentState>;

/** A step of {@link CONSENT_STEPS}. */
export type ConsentStep = keyof typeof CONSENT_STEPS;
