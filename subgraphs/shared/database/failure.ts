import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';

/**
 * What a failure of the database is to whoever starts a subgraph: its code, which PostgreSQL or the system gave, and
 * never its words, which may hold an address. Failures that are told already stay as they are.
 */
export async function tellingDatabaseFailures<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw failed(codeOf(error));
  }
}

function failed(code: string): HubError {
  return new HubError(
    'DATABASE_FAILED',
    text(
      `Không dùng được cơ sở dữ liệu của phân hệ (${code}): hãy kiểm tra DATABASE_URL, quyền của tài khoản và phiên bản đã tạo dữ liệu.`,
      `The subgraph's database cannot be used (${code}): check DATABASE_URL, the rights of its role, and which version made its data.`,
    ),
    { databaseCode: code },
  );
}

/** The driver's code may lie below a wrapping error. */
function codeOf(error: unknown): string {
  const { code, cause, errors } = (error ?? {}) as {
    code?: unknown;
    cause?: unknown;
    errors?: readonly unknown[];
  };
  if (typeof code === 'string') return code;
  const inner = cause ?? errors?.[0];
  return inner === undefined ? 'unknown' : codeOf(inner);
}
