import { both } from '../../../schema/contract/text.js';
import type { Dated } from '../../shared/values/validity.js';
import { registerEnumType } from 'type-graphql';

/** Whether an organisation is still to come, at work or over. */
export enum UnionStatus {
  PLANNED = 'PLANNED',
  ACTIVE = 'ACTIVE',
  ENDED = 'ENDED',
}
registerEnumType(UnionStatus, {
  name: 'UnionStatus',
  description: both('Trạng thái của tổ chức công đoàn', 'Whether a union is to come, at work or over.'),
  valuesConfig: {
    PLANNED: { description: both('Sắp thành lập', 'Still to come.') },
    ACTIVE: { description: both('Đang hoạt động', 'At work.') },
    ENDED: { description: both('Đã kết thúc', 'Over; its successors lead on.') },
  },
});

/** The status on a day: one only, since it follows from the validity. */
export function statusOn({ validFrom, validTo }: Dated, day: string): UnionStatus {
  if (validFrom !== null && day < validFrom) return UnionStatus.PLANNED;
  return validTo !== null && validTo <= day ? UnionStatus.ENDED : UnionStatus.ACTIVE;
}
