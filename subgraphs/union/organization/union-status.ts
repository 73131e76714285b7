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

/** What tells the status of an organisation. */
export interface Lasting extends Dated {
  readonly isPlanned: boolean;
}

/** The status on a day: one only, since it follows from the validity. */
export function statusOn({ isPlanned, validFrom, validTo }: Lasting, day: string): UnionStatus {
  if (isPlanned || (validFrom !== null && day < validFrom)) return UnionStatus.PLANNED;
  return validTo !== null && validTo <= day ? UnionStatus.ENDED : UnionStatus.ACTIVE;
}
