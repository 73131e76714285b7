import { HubError } from '../../../schema/contract/errors.js';
import { both, text, type Text } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Why a change was refused. Source: domain rule, life cycles and their errors. */
export enum UserErrorCode {
  INVALID_INPUT = 'INVALID_INPUT',
  NOT_FOUND = 'NOT_FOUND',
  INVALID_TRANSITION = 'INVALID_TRANSITION',
  GUARD_FAILED = 'GUARD_FAILED',
  SEPARATION_OF_DUTIES = 'SEPARATION_OF_DUTIES',
  FORBIDDEN_SCOPE = 'FORBIDDEN_SCOPE',
  GRANULARITY_NOT_AVAILABLE = 'GRANULARITY_NOT_AVAILABLE',
  COMBINATION_NOT_ALLOWED = 'COMBINATION_NOT_ALLOWED',
  STATE_SECRET_NOT_ADMISSIBLE = 'STATE_SECRET_NOT_ADMISSIBLE',
  STALE_VERSION = 'STALE_VERSION',
  IDEMPOTENCY_KEY_REUSED = 'IDEMPOTENCY_KEY_REUSED',
}
registerEnumType(UserErrorCode, {
  name: 'UserErrorCode',
  description: both('Lý do một thay đổi bị từ chối', 'Why a change was refused.'),
  valuesConfig: {
    INVALID_INPUT: { description: both('Dữ liệu vào sai quy tắc', 'A part of the input breaks its rule.') },
    NOT_FOUND: {
      description: both('Không có, hoặc không thuộc phạm vi', 'There is none, or none in your scope.'),
    },
    INVALID_TRANSITION: {
      description: both(
        'Trạng thái hiện tại không cho phép bước này',
        'The present state allows no such step.',
      ),
    },
    GUARD_FAILED: {
      description: both('Điều kiện của bước không đạt', 'A condition of the step is not met.'),
    },
    SEPARATION_OF_DUTIES: {
      description: both('Người này đã giữ vai khác trong hồ sơ', 'Who did one part may not do this one.'),
    },
    FORBIDDEN_SCOPE: { description: both('Ngoài phạm vi hoặc vai trò', 'Outside of your scope or role.') },
    GRANULARITY_NOT_AVAILABLE: {
      description: both('Không có số liệu ở mức chi tiết này', 'Not kept for so small an area or time.'),
    },
    COMBINATION_NOT_ALLOWED: {
      description: both('Không được kết hợp các dữ liệu này', 'These may not be put together.'),
    },
    STATE_SECRET_NOT_ADMISSIBLE: {
      description: both(
        'Tài liệu mang dấu mật không được nhận',
        'Material marked as a state secret is refused.',
      ),
    },
    STALE_VERSION: { description: both('Bản ghi đã thay đổi', 'The record has changed meanwhile.') },
    IDEMPOTENCY_KEY_REUSED: {
      description: both('Khóa đã dùng cho yêu cầu khác', 'The key was used for another request.'),
    },
  },
});

/** What more is known of a refusal. */
export interface RefusalDetails {
  /** Name of the rule that was broken. */
  readonly rule?: string;
  /** Field of the input that it is about. */
  readonly field?: string;
}

/** An expected refusal of a change, or of a read that needs an office: nothing is changed, and the audit log has a line. */
export class Refusal extends HubError {
  constructor(
    readonly reason: UserErrorCode,
    told: Text,
    readonly more: RefusalDetails = {},
  ) {
    super(reason, told, { ...more });
    this.name = 'Refusal';
  }
}

/** Refuses with GUARD_FAILED unless the condition of a step is met. `told` says what would be right. */
export function guard(isMet: boolean, rule: string, told: Text): void {
  if (!isMet) throw new Refusal(UserErrorCode.GUARD_FAILED, told, { rule });
}

/** There is no such record, or none that the caller may see: the two are not told apart. */
export function notFound(type: string): Refusal {
  return new Refusal(
    UserErrorCode.NOT_FOUND,
    text(
      `Không có ${type} này, hoặc không thuộc phạm vi của bạn.`,
      `There is no such ${type}, or none in your scope.`,
    ),
    { field: 'id' },
  );
}
