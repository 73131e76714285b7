import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What labour disputes come from, in cases of the union and in findings of both sides. */
export enum DisputeCause {
  EMPLOYER_VIOLATION = 'EMPLOYER_VIOLATION',
  INTEREST_DEMAND = 'INTEREST_DEMAND',
  OTHER = 'OTHER',
}
registerEnumType(DisputeCause, {
  name: 'DisputeCause',
  description: both('Nguyên nhân tranh chấp lao động', 'What labour disputes come from.'),
  valuesConfig: {
    EMPLOYER_VIOLATION: {
      description: both('Người sử dụng lao động vi phạm pháp luật', 'The employer broke the law.'),
    },
    INTEREST_DEMAND: {
      description: both('Yêu cầu về lợi ích', 'A demand for better terms than the law requires.'),
    },
    OTHER: { description: both('Nguyên nhân khác', 'Another cause.') },
  },
});

/** What employees lawfully claim, in cases of the union and in findings of both sides. */
export enum ClaimKind {
  UNPAID_WAGES = 'UNPAID_WAGES',
  SOCIAL_INSURANCE_ARREARS = 'SOCIAL_INSURANCE_ARREARS',
  OTHER_INSURANCE_ARREARS = 'OTHER_INSURANCE_ARREARS',
  BONUS_ALLOWANCE = 'BONUS_ALLOWANCE',
  WORKING_CONDITIONS = 'WORKING_CONDITIONS',
  MEALS = 'MEALS',
  OTHER = 'OTHER',
}
registerEnumType(ClaimKind, {
  name: 'ClaimKind',
  description: both('Loại yêu cầu của người lao động', 'What employees lawfully claim.'),
  valuesConfig: {
    UNPAID_WAGES: { description: both('Nợ lương', 'Unpaid wages.') },
    SOCIAL_INSURANCE_ARREARS: { description: both('Nợ bảo hiểm xã hội', 'Social-insurance arrears.') },
    OTHER_INSURANCE_ARREARS: { description: both('Nợ bảo hiểm khác', 'Other insurance arrears.') },
    BONUS_ALLOWANCE: { description: both('Thưởng, phụ cấp', 'Bonuses and allowances.') },
    WORKING_CONDITIONS: { description: both('Điều kiện làm việc', 'Working conditions.') },
    MEALS: { description: both('Bữa ăn ca', 'Meals at work.') },
    OTHER: { description: both('Yêu cầu khác', 'Another claim.') },
  },
});
