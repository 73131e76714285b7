import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Whether a recognition still holds. */
export enum RecognitionState {
  CONFERRED = 'CONFERRED',
  REVOKED = 'REVOKED',
}
registerEnumType(RecognitionState, {
  name: 'RecognitionState',
  description: both('Tình trạng khen thưởng', 'Whether a recognition still holds.'),
  valuesConfig: {
    CONFERRED: { description: both('Đã trao', 'Conferred.') },
    REVOKED: { description: both('Đã thu hồi', 'Revoked.') },
  },
});
