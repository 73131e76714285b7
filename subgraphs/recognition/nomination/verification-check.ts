import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What the awards office checks in a file. Source: unknown, to be cited. */
export enum VerificationCheck {
  AUTHORITY = 'AUTHORITY',
  ELIGIBILITY = 'ELIGIBILITY',
  ACHIEVEMENT = 'ACHIEVEMENT',
  DOCUMENTS = 'DOCUMENTS',
}
registerEnumType(VerificationCheck, {
  name: 'VerificationCheck',
  description: both('Nội dung thẩm định', 'What the awards office checks in a file.'),
  valuesConfig: {
    AUTHORITY: { description: both('Thẩm quyền, hình thức', 'The authority and the form.') },
    ELIGIBILITY: { description: both('Đối tượng, điều kiện', 'The recipient and the conditions.') },
    ACHIEVEMENT: { description: both('Thành tích', 'The achievement.') },
    DOCUMENTS: { description: both('Thành phần hồ sơ', 'That all documents are there.') },
  },
});

/** All of it. */
export const CHECKLIST: readonly VerificationCheck[] = Object.values(VerificationCheck);
