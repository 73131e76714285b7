import { text, type Text } from '../../contract/text.js';

/** What an SDL does to something of another agency: the rules of ownership. */
export const RULES = {
  OWNER_REFERENCED: text('nhắc đến kiểu này bằng khóa', 'names this type by its key'),
  OWNER_EXTENDED: text('thêm vào kiểu này', 'adds to this type'),
  OWNER_DEFINED: text('khai báo lại phần này', 'defines this as well'),
  OWNER_OVERRIDDEN: text(
    'giành quyền trả lời trường này bằng @override',
    'takes this field over by @override',
  ),
  OWNER_REQUIRED: text(
    'cần trường này qua @requires hoặc @fromContext',
    'needs this field by @requires or @fromContext',
  ),
  OWNER_PROVIDED: text('tự trả lời trường này qua @provides', 'answers this field itself by @provides'),
  OWNER_KEYED: text('đặt khóa mới cho kiểu này', 'gives this type another key'),
  OWNER_IMPLEMENTED: text(
    'thêm kiểu triển khai giao diện này, hoặc giao diện cho kiểu này',
    'makes a type implement this interface, or this type implement another',
  ),
  OWNER_ALTERED: text('làm thay đổi phần này trong đồ thị chung', 'changes this in the common graph'),
  OWNER_CLAIMED: text('tự nhận chủ quản phần này bằng @owner', 'claims this by @owner'),
} as const satisfies Readonly<Record<string, Text>>;

/** One of {@link RULES}. */
export type RuleCode = keyof typeof RULES;
