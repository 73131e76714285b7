import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** What employees lawfully claim; in the same words as the claims of findings, which another agency owns. */
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

/** What became of a claim so far. */
export enum ClaimOutcome {
  PENDING = 'PENDING',
  PARTLY_MET = 'PARTLY_MET',
  MET = 'MET',
  UNRESOLVED = 'UNRESOLVED',
}
registerEnumType(ClaimOutcome, {
  name: 'ClaimOutcome',
  description: both('Kết quả của yêu cầu đến nay', 'What became of a claim so far.'),
  valuesConfig: {
    PENDING: { description: both('Chưa có kết quả', 'Nothing yet.') },
    PARTLY_MET: { description: both('Đã trả một phần', 'A part was paid.') },
    MET: { description: both('Đã đáp ứng đủ', 'Met in full.') },
    UNRESOLVED: {
      description: both(
        'Xác định chưa giải quyết được',
        'Stated to be unresolved, wholly or as to the rest.',
      ),
    },
  },
});

/** How many workers a claim is about, as a band. */
export enum WorkersBand {
  UP_TO_50 = 'UP_TO_50',
  FROM_51_TO_200 = 'FROM_51_TO_200',
  FROM_201_TO_500 = 'FROM_201_TO_500',
  FROM_501_TO_1000 = 'FROM_501_TO_1000',
  OVER_1000 = 'OVER_1000',
}
registerEnumType(WorkersBand, {
  name: 'WorkersBand',
  description: both('Khoảng số người lao động liên quan', 'How many workers a claim is about.'),
  valuesConfig: {
    UP_TO_50: { description: both('Đến 50 người', 'Up to 50.') },
    FROM_51_TO_200: { description: both('51 đến 200 người', '51 to 200.') },
    FROM_201_TO_500: { description: both('201 đến 500 người', '201 to 500.') },
    FROM_501_TO_1000: { description: both('501 đến 1.000 người', '501 to 1,000.') },
    OVER_1000: { description: both('Trên 1.000 người', 'More than 1,000.') },
  },
});
