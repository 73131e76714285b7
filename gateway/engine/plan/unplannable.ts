import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';

/**
 * The error for an operation that fits the schema and that no plan of fetches answers.
 *
 * @param reason for the log
 */
export class UnplannableError extends HubError {
  constructor(readonly reason: string) {
    super(
      'UNPLANNABLE',
      text(
        'Lược đồ cho phép truy vấn này nhưng không có cách nào lấy đủ dữ liệu từ các cơ quan; phần lược đồ đó cần được sửa.',
        'The schema allows this operation, but there is no way to get all of it from the agencies; that part of the schema needs mending.',
      ),
    );
  }
}

/** @param reason for the log */
export function unplannable(reason: string): UnplannableError {
  return new UnplannableError(reason);
}
