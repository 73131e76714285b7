import { text } from '../../../schema/contract/text.js';
import { Refusal, UserErrorCode } from './refusal.js';

/**
 * The three marks of state secrets, as they are stamped on material: two of them are never said otherwise; "MẬT" alone
 * is a word of many others, so it counts in capitals outside of those, in brackets, or after "độ mật".
 * Source: Law 117/2025/QH15 on the protection of state secrets.
 */
const MARKS = [
  /(?<!\p{L})tuyệt\s+mật(?!\p{L})/iu,
  /(?<!\p{L})tối\s+mật(?!\p{L})/iu,
  /độ\s+mật\s*:?\s*["“(]?\s*mật(?!\p{L})/iu,
  /[[(]\s*mật\s*[\])]/iu,
  /(?<!\p{L}|(?:BẢO|BÍ|CƠ|THÂN|ĂN|HẬU)\s)MẬT(?!\p{L}|\s(?:MÃ|KHẨU|ĐỘ|THIẾT|ONG|VỤ|NGỮ|DANH|LỆNH)(?!\p{L}))/u,
];

/** Whether a text carries a mark of a state secret. */
export function isMarkedSecret(value: string): boolean {
  const composed = value.normalize('NFC');
  return MARKS.some((mark) => mark.test(composed));
}

/**
 * Refuses an input in which any text carries a mark of a state secret; the refusal repeats nothing of it. So is one with
 * what no database keeps as text.
 *
 * @throws Refusal STATE_SECRET_NOT_ADMISSIBLE, INVALID_INPUT
 */
export function requireAdmissibleInput(input: object): void {
  const open: unknown[] = [input];
  for (const each of open) {
    if (typeof each === 'string') requireAdmissibleText(each);
    if (typeof each === 'object' && each !== null) open.push(...Object.values(each));
  }
}

function requireAdmissibleText(value: string): void {
  if (isMarkedSecret(value)) throw stateSecret();
  if (!value.isWellFormed() || value.includes('\0')) throw notText();
}

function notText(): Refusal {
  return new Refusal(
    UserErrorCode.INVALID_INPUT,
    text(
      'Dữ liệu vào có ký tự không lưu được (ký tự NUL hoặc một nửa cặp thay thế).',
      'The input holds characters that cannot be kept: NUL, or half of a surrogate pair.',
    ),
  );
}

function stateSecret(): Refusal {
  return new Refusal(
    UserErrorCode.STATE_SECRET_NOT_ADMISSIBLE,
    text(
      'Tài liệu mang dấu chỉ độ mật không được đưa vào hệ thống; nội dung vừa gửi không được lưu lại.',
      'Material that carries a state-secret mark is not admitted; nothing of what was sent is kept.',
    ),
  );
}
