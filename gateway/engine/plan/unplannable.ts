import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';

/** Why there is no plan: there is none, or it was not found in time. */
export type NoPlanCode = 'UNPLANNABLE' | 'PLAN_TIMEOUT';

const TEXTS: Readonly<Record<NoPlanCode, Text>> = {
  UNPLANNABLE: text(
    'Lược đồ cho phép truy vấn này nhưng không có cách nào lấy đủ dữ liệu từ các cơ quan; phần lược đồ đó cần được sửa.',
    'The schema allows this operation, but there is no way to get all of it from the agencies; that part of the schema needs mending.',
  ),
  PLAN_TIMEOUT: text(
    'Truy vấn này quá phức tạp: không lập được kế hoạch trong thời gian cho phép. Hãy chia thành nhiều truy vấn nhỏ hơn.',
    'The operation is too intricate: no plan for it was found in time. Divide it into smaller ones.',
  ),
};

/**
 * The error for an operation that fits the schema and for which there is no plan of fetches.
 *
 * @param reason for the log
 */
export class UnplannableError extends HubError {
  constructor(
    readonly reason: string,
    override readonly code: NoPlanCode = 'UNPLANNABLE',
  ) {
    super(code, TEXTS[code]);
  }
}

/** @param reason for the log */
export function unplannable(reason: string): UnplannableError {
  return new UnplannableError(reason);
}

/** How soon a client that met a busy planner may come again. Unit: seconds. */
const COME_AGAIN_S = 1;

/** The refusal of an operation that would have to wait too long for its plan. */
export function plannerBusy(): HubError {
  return new HubError(
    'PLANNER_BUSY',
    text(
      'Quá nhiều truy vấn mới đang chờ lập kế hoạch; hãy gửi ít truy vấn mới hơn cùng lúc và thử lại sau ít giây.',
      'Too many new operations wait for their plans; send fewer new ones at a time, and try again in a few seconds.',
    ),
    { retryAfter: COME_AGAIN_S },
  );
}
