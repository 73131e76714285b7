import type { Right } from '../../contract/release/statements.js';
import { text, type Text } from '../../contract/text.js';

export type { Right };

/** What an owner lets another agency do with what it owns, by right. */
export const RIGHT_WORDS: Readonly<Record<Right, Text>> = {
  EXTEND: text(
    'thêm trường vào kiểu, hoặc để kiểu của mình triển khai nó',
    'add fields to the type, or let a type of its own implement it',
  ),
  DEFINE: text('khai báo hoặc trả lời cùng chủ quản', 'define or answer it beside its owner'),
  OVERRIDE: text(
    'trả lời trường thay chủ quản (@override)',
    'answer the field instead of its owner (@override)',
  ),
  REQUIRE: text(
    'cần trường này để tính trường của mình (@requires, @fromContext)',
    'need the field for fields of its own (@requires, @fromContext)',
  ),
  REFERENCE: text('nhắc đến kiểu bằng khóa của nó', 'name the type by its key'),
  UNPROTECT: text('giảm điều kiện bảo vệ', 'lower what is demanded of those who see it'),
  BREAK: text('thay đổi làm hỏng ứng dụng đang dùng', 'break clients that are known to use it'),
  CEDE: text('trở thành chủ quản', 'become its owner'),
  CONTRACT: text('bỏ nhãn giữ nó tách biệt', 'remove a tag that keeps it apart'),
};

/** What a right is granted on. */
export interface RightOn {
  readonly right: Right;
  /** `Enterprise` for the type itself, `Enterprise.arrears` for one field, `Enterprise.*` for each of its fields. */
  readonly coordinate: string;
}
