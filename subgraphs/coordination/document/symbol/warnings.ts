import { text, type Text } from '../../../../schema/contract/text.js';

/** What was changed in a symbol, or stays doubtful about it. Clients decide by code. */
export interface SymbolWarning {
  readonly code: SymbolWarningCode;
  /** The part concerned, as it was found; `null` where it is the whole symbol. */
  readonly subject: string | null;
  readonly text: Text;
}

/** Every warning, with its wording. Source: domain guide, section 5. */
const SYMBOL_WARNINGS = {
  NFC_NORMALISED: text('Đã chuẩn hóa Unicode về dạng dựng sẵn (NFC).', 'Unicode was normalised to NFC.'),
  PREFIX_REMOVED: text('Đã bỏ chữ "Số" ở đầu.', 'A leading "Số" was removed.'),
  DASH_NORMALISED: text('Đã thay dấu gạch bằng "-".', 'Another dash was replaced by "-".'),
  SPACES_REMOVED: text('Đã bỏ khoảng trắng.', 'Spaces were removed.'),
  ETH_REPLACED: text('Đã thay chữ Eth (Ð) bằng chữ Đ.', 'The Latin Eth was replaced by Đ.'),
  LEADING_ZERO_NORMALISED: text(
    'Số dưới mười được viết với một số 0 ở trước, số khác thì không.',
    'A number below ten was given its one leading zero, or another one was freed of it.',
  ),
  TYPE_CASE_NORMALISED: text(
    'Đã sửa chữ hoa, chữ thường của loại văn bản.',
    "The type's letter case was corrected.",
  ),
  ISSUER_CASE_NORMALISED: text(
    'Đã sửa chữ hoa, chữ thường của cơ quan ban hành.',
    "The issuer's letter case was corrected.",
  ),
  ASCII_SPELLING: text(
    'Viết không dấu, đã khôi phục dấu.',
    'Written in plain ASCII; the marks were restored.',
  ),
  UNKNOWN_ISSUER: text('Chưa biết cơ quan ban hành này.', 'This issuer is not known.'),
  AMBIGUOUS_TYPE: text(
    'Riêng ký hiệu không cho biết văn bản thuộc loại nào.',
    'The symbol alone does not tell which type of document it is.',
  ),
  IRREGULAR_FORM: text(
    'Viết theo cách của Đảng, không đúng với cơ quan hoặc loại văn bản này.',
    'Written the Party way, which does not fit this issuer or this type.',
  ),
  INCOMPLETE_SYMBOL: text('Số văn bản bị bỏ trống.', 'The number was left blank.'),
} as const;

/** A stable warning code. */
export type SymbolWarningCode = keyof typeof SYMBOL_WARNINGS;

/** A warning about one part of a symbol, or about the whole of it. */
export function warning(code: SymbolWarningCode, subject: string | null = null): SymbolWarning {
  return { code, subject, text: SYMBOL_WARNINGS[code] };
}
