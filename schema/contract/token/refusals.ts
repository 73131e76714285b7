import { HubError, type ErrorCode } from '../errors.js';
import { text } from '../text.js';

/** Why a token is refused; clients read it as `extensions.reason`. */
const REASONS = {
  MALFORMED: text(
    'Tiêu đề Authorization phải có dạng "Bearer <JWT>", đúng một mã.',
    'The Authorization header must be "Bearer <JWT>", with one token.',
  ),
  TOO_LONG: text('Mã xác thực quá dài.', 'The token is too long.'),
  EXPIRED: text('Mã xác thực đã hết hạn.', 'The token has expired.'),
  REVOKED: text('Mã xác thực đã bị thu hồi.', 'The token has been revoked.'),
  WRONG_CLAIMS: text(
    'Mã xác thực do nơi khác cấp, dành cho nơi khác hoặc chưa có hiệu lực.',
    'The token comes from another issuer, is meant for another audience, or is not valid yet.',
  ),
  INCOMPLETE: text(
    'Mã xác thực thiếu thông tin bắt buộc, chẳng hạn thời điểm hết hạn (exp).',
    'The token lacks a claim that it must have, such as the time at which it expires (exp).',
  ),
  UNTRUSTED: text('Không tin được chữ ký của mã xác thực.', 'The signature of the token cannot be trusted.'),
  NO_KEYS: text(
    'Máy chủ này không được đặt khoá để kiểm tra mã xác thực; hãy gửi yêu cầu không kèm mã.',
    'This server has no keys configured to check tokens; send the request without one.',
  ),
  MISSING: text('Yêu cầu phải kèm mã xác thực.', 'The request needs a token.'),
} as const;

/** One of the reasons for which a token is refused. */
export type TokenReason = keyof typeof REASONS;

/** The refusal of a whole request for its token; the token itself is never repeated. */
export function tokenRefused(reason: TokenReason): HubError {
  return new HubError('UNAUTHENTICATED', REASONS[reason], { reason });
}

/** The refusal of a request whose token cannot be checked now. */
export function keysUnavailable(): HubError {
  return new HubError(
    'AUTHENTICATION_UNAVAILABLE',
    text(
      'Hiện chưa kiểm tra được mã xác thực; hãy thử lại sau.',
      'The token cannot be checked at the moment; try again later.',
    ),
  );
}

/** Status and headers of a request refused with one of these codes. Source: RFC 6750 section 3, RFC 9110 section 15. */
const TOKEN_REFUSALS: ReadonlyMap<ErrorCode, TokenRefusal> = new Map<ErrorCode, TokenRefusal>([
  ['UNAUTHENTICATED', { status: 401, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } }],
  ['AUTHENTICATION_UNAVAILABLE', { status: 503, headers: { 'retry-after': '5' } }],
]);

/** What asks for a token without finding fault with one. */
const CHALLENGE = { 'www-authenticate': 'Bearer' } as const;

/** Headers of an operation that is refused as a whole, by status. Source: RFC 9110 sections 10.2.3 and 11.6.1. */
export const CHALLENGES: ReadonlyMap<number | undefined, TokenRefusal['headers']> = new Map<
  number | undefined,
  TokenRefusal['headers']
>([
  [401, CHALLENGE],
  [503, { 'retry-after': '1' }],
]);

/**
 * How HTTP tells this refusal; nothing where it is none for a token. Who sent no token is told of no error in it.
 *
 * Source: RFC 6750 section 3.1.
 */
export function tokenRefusalFor({ code, details }: HubError): TokenRefusal | undefined {
  const refusal = TOKEN_REFUSALS.get(code);
  return refusal && details['reason'] === 'MISSING' ? { ...refusal, headers: CHALLENGE } : refusal;
}

/** How HTTP tells a refusal. */
export interface TokenRefusal {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}
