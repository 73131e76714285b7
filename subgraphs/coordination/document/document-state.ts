import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** How sure the symbol of a document is. */
export enum SymbolStatus {
  CLEAR = 'CLEAR',
  DISPUTED = 'DISPUTED',
  INCOMPLETE = 'INCOMPLETE',
  IRREGULAR = 'IRREGULAR',
}
registerEnumType(SymbolStatus, {
  name: 'SymbolStatus',
  description: both('Tình trạng của số hiệu', 'How sure the symbol of a document is.'),
  valuesConfig: {
    CLEAR: { description: both('Rõ ràng', 'Clear.') },
    DISPUTED: { description: both('Các nguồn ghi khác nhau', 'Sources write it differently.') },
    INCOMPLETE: { description: both('Còn thiếu số', 'The number was left blank.') },
    IRREGULAR: { description: both('Không đúng thể thức', 'Not in the form of its issuer.') },
  },
});

/** Where a document stands in its life. Source: domain guide, section 4. */
export enum DocumentState {
  DRAFT = 'DRAFT',
  ISSUED = 'ISSUED',
  IN_FORCE = 'IN_FORCE',
  AMENDED = 'AMENDED',
  REPLACED = 'REPLACED',
  REVOKED = 'REVOKED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(DocumentState, {
  name: 'DocumentState',
  description: both('Trạng thái của văn bản', 'Where a document stands in its life.'),
  valuesConfig: {
    DRAFT: { description: both('Dự thảo, chưa có số và ngày', 'A draft, or without number and day.') },
    ISSUED: { description: both('Đã ban hành', 'Issued; whether it is in force is not stated.') },
    IN_FORCE: { description: both('Đang có hiệu lực', 'In force.') },
    AMENDED: { description: both('Đã được sửa đổi, bổ sung', 'In force, with amendments.') },
    REPLACED: { description: both('Đã bị thay thế', 'Replaced.') },
    REVOKED: { description: both('Đã bị bãi bỏ', 'Revoked.') },
    EXPIRED: { description: both('Đã hết hiệu lực', 'Expired.') },
  },
});
