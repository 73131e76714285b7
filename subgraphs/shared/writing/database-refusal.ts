import { HubError } from '../../../schema/contract/errors.js';
import { text } from '../../../schema/contract/text.js';
import { Refusal, UserErrorCode } from './refusal.js';

/** How PostgreSQL says that a rule over the data was broken. */
const BROKEN_RULES: ReadonlySet<string | undefined> = new Set(['23503', '23505', '23514', '23P01']);
/** How it says that row-level security does not let a row be written. */
const NOT_ALLOWED = '42501';

/** The refusal behind an error, `null` where it is a failure. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof HubError) return asRefusal(error);
  const { code, constraint }: DriverError = error ?? {};
  if (code === NOT_ALLOWED) return forbidden();
  return BROKEN_RULES.has(code) ? brokenRule(constraint ?? 'database') : null;
}

/** An argument that breaks a rule of the contract is a mistake in the input. */
function asRefusal({ text: told, details }: HubError): Refusal {
  return new Refusal(UserErrorCode.INVALID_INPUT, told, {
    ...(typeof details['field'] === 'string' && { field: details['field'] }),
  });
}

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
}

function forbidden(): Refusal {
  return new Refusal(
    UserErrorCode.FORBIDDEN_SCOPE,
    text(
      'Việc này không thuộc phạm vi tổ chức hoặc vai trò của bạn.',
      'This is not for your organisation or role to do.',
    ),
  );
}

function brokenRule(rule: string): Refusal {
  return new Refusal(
    UserErrorCode.GUARD_FAILED,
    text(
      `Thay đổi vi phạm quy tắc "${rule}" của dữ liệu.`,
      `The change would break the rule "${rule}" of the data.`,
    ),
    { rule },
  );
}
