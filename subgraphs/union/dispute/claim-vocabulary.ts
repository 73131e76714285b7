import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

export { ClaimKind } from '../../shared/values/labour-dispute.js';

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
