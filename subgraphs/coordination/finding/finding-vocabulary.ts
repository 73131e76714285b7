import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What kind of conclusion a finding is. */
export enum FindingKind {
  RESULT = 'RESULT',
  LESSON = 'LESSON',
  LIMITATION = 'LIMITATION',
  CAUSE = 'CAUSE',
  DIRECTION = 'DIRECTION',
  RECOMMENDATION = 'RECOMMENDATION',
}
registerEnumType(FindingKind, {
  name: 'FindingKind',
  description: both('Loại nhận định', 'What kind of conclusion a finding is.'),
  valuesConfig: {
    RESULT: { description: both('Kết quả', 'A result.') },
    LESSON: { description: both('Bài học kinh nghiệm', 'A lesson learnt.') },
    LIMITATION: { description: both('Hạn chế', 'A limitation.') },
    CAUSE: { description: both('Nguyên nhân', 'A cause.') },
    DIRECTION: { description: both('Phương hướng, nhiệm vụ', 'A direction for the time ahead.') },
    RECOMMENDATION: { description: both('Kiến nghị, đề xuất', 'A recommendation.') },
  },
});
