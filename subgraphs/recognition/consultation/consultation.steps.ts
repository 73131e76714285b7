import { both } from '../../../schema/contract/text.js';
import type { LifeCycle } from '../../shared/writing/life-cycle.js';
import { OFFICERS } from '../nomination/nomination-steps.js';
import { registerEnumType } from 'type-graphql';

/** What became of a consultation. Silence is no answer. Source: domain rule, life cycles. */
export enum ConsultationState {
  ASKED = 'ASKED',
  ENDORSED = 'ENDORSED',
  OBJECTED = 'OBJECTED',
  LAPSED = 'LAPSED',
}
registerEnumType(ConsultationState, {
  name: 'ConsultationState',
  description: both('Kết quả hiệp y', 'What became of a consultation.'),
  valuesConfig: {
    ASKED: { description: both('Chưa trả lời', 'Not answered.') },
    ENDORSED: { description: both('Đồng ý', 'Endorsed.') },
    OBJECTED: { description: both('Không đồng ý', 'Objected to.') },
    LAPSED: { description: both('Hồ sơ đã rút', 'The file was withdrawn before an answer.') },
  },
});

/** Which agency is consulted. */
export enum CounterpartSide {
  UNION = 'UNION',
  POLICE = 'POLICE',
}
registerEnumType(CounterpartSide, {
  name: 'CounterpartSide',
  description: both('Cơ quan được hiệp y', 'Which agency is consulted.'),
  valuesConfig: {
    UNION: { description: both('Phía công đoàn', 'The union side.') },
    POLICE: { description: both('Phía công an', 'The police side.') },
  },
});

/** The life cycle of a consultation, as far as its counterpart moves it. */
export const CONSULTATION_STEPS = {
  ENDORSE: { from: [ConsultationState.ASKED], to: ConsultationState.ENDORSED, by: OFFICERS },
  OBJECT: { from: [ConsultationState.ASKED], to: ConsultationState.OBJECTED, by: OFFICERS },
} as const satisfies LifeCycle<string, ConsultationState>;
