import { HubError } from '../../../schema/contract/errors.js';
import { text, type Text } from '../../../schema/contract/text.js';

/** The data folder cannot be used as it is; the message says why and what to do. */
export function unusableFolder(why: Text): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      `${why.vi} Hãy sửa, hoặc đặt DATA_DIR là một thư mục khác.`,
      `${why.en} Put this right, or set DATA_DIR to another folder.`,
    ),
    { setting: 'DATA_DIR' },
  );
}

/** PostgreSQL cannot run on this machine or under this account. */
export function unusableMachine(why: Text): HubError {
  return new HubError('INVALID_SETTING', why);
}

/** The server or its creation failed; `lines` are the last words of the program. */
export function serverFailed(what: Text, lines: readonly string[]): HubError {
  const words = lines.length > 0 ? `\n${lines.join('\n')}` : '';
  return new HubError('DATABASE_FAILED', text(`${what.vi}${words}`, `${what.en}${words}`));
}

/** The server ended although nobody stopped it; its own words are in the log. */
export function serverLost(): HubError {
  return new HubError(
    'DATABASE_FAILED',
    text(
      'PostgreSQL của hệ thống đã tự dừng, nên hệ thống không trả lời được nữa. Hãy khởi động lại; dữ liệu đã ghi không mất.',
      "The hub's PostgreSQL ended by itself, so the hub can no longer answer. Start it again; nothing written is lost.",
    ),
  );
}

/** The code of a failed system call, such as `EACCES`. */
export function systemCode(error: unknown): string {
  return String((error as Partial<NodeJS.ErrnoException> | null)?.code);
}
