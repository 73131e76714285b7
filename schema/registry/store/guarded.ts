import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';

/** What the operator's log learns of a database that failed; the client learns only that it may try again. */
export interface DatabaseTrouble {
  readonly error: unknown;
}

/**
 * Does something with the database. A failure, of which nobody knows whether it was written, is told as one that may be
 * tried again: what was written stands, and the same statement is taken once.
 *
 * @throws HubError TRY_AGAIN
 */
export async function guarded<Result>(
  work: () => Promise<Result>,
  onTrouble: (trouble: DatabaseTrouble) => void,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HubError || error instanceof LogMovedError) throw error;
    onTrouble({ error });
    throw new HubError('TRY_AGAIN', AWAY, { reason: 'DATABASE' });
  }
}

/** Another process has written to the log meanwhile: what was decided must be decided anew. */
export class LogMovedError extends Error {}

const AWAY = text(
  'Cơ sở dữ liệu của sổ đăng ký tạm thời không dùng được; hãy gửi lại đúng yêu cầu này.',
  'The database of the registry cannot be used at present; send the very same request again.',
);
