import { text, type Text } from '../../../contract/text.js';
import type { SchemaChange } from '../report.js';

/** A change of the schema, with what an operation uses when it is touched by it. */
export interface Difference extends SchemaChange {
  /** Coordinates, as `usedCoordinates` names them, of which an operation uses at least one when the change touches it. */
  readonly touches: readonly string[];
  /** What would be right instead of a breaking change. */
  readonly remedy: Text;
  /** SDL lines that would put it right. */
  readonly patch?: string;
}

/** What is said of one kind of change. */
interface Wording {
  readonly kind: SchemaChange['kind'];
  readonly says: Text;
  readonly remedy?: Text;
}

const KEEP = text(
  'Giữ lại và ghi @deprecated với lý do bằng hai thứ tiếng; bỏ khi không còn ai dùng.',
  'Keep it and write @deprecated with a reason in both languages; remove it once nobody uses it.',
);
const ADD_ANEW = text(
  'Giữ nguyên, và thêm phần mới dưới tên khác.',
  'Keep it as it is, and add the new one under another name.',
);
const OPTIONAL = text(
  'Thêm ở dạng tùy chọn, hoặc có giá trị mặc định.',
  'Add it as optional, or with a default value.',
);
const NONE = text('Không cần làm gì.', 'Nothing needs to be done.');

const breaking = (says: Text, remedy: Text): Wording => ({ kind: 'BREAKING', says, remedy });
const dangerous = (says: Text, remedy: Text): Wording => ({ kind: 'DANGEROUS', says, remedy });
const safe = (says: Text): Wording => ({ kind: 'SAFE', says });

/** Every kind of change that the registry tells apart. */
export const WORDINGS = {
  TYPE_REMOVED: breaking(text('kiểu bị bỏ', 'the type is removed'), KEEP),
  TYPE_CHANGED_KIND: breaking(text('kiểu đổi loại', 'the type becomes another kind of type'), ADD_ANEW),
  FIELD_REMOVED: breaking(text('trường bị bỏ', 'the field is removed'), KEEP),
  FIELD_CHANGED_TYPE: breaking(text('trường đổi kiểu', 'the field has another type'), ADD_ANEW),
  FIELD_NULLABLE: breaking(
    text('trường có thể trả về null', 'the field may answer null'),
    text('Giữ dấu !, hoặc thêm trường mới.', 'Keep the !, or add another field.'),
  ),
  ARG_REMOVED: breaking(text('đối số bị bỏ', 'the argument is removed'), KEEP),
  ARG_CHANGED_TYPE: breaking(text('đối số đổi kiểu', 'the argument has another type'), ADD_ANEW),
  REQUIRED_ARG_ADDED: breaking(text('thêm đối số bắt buộc', 'a required argument is added'), OPTIONAL),
  INPUT_FIELD_REMOVED: breaking(text('trường đầu vào bị bỏ', 'the input field is removed'), KEEP),
  INPUT_FIELD_CHANGED_TYPE: breaking(
    text('trường đầu vào đổi kiểu', 'the input field has another type'),
    ADD_ANEW,
  ),
  REQUIRED_INPUT_FIELD_ADDED: breaking(
    text('thêm trường đầu vào bắt buộc', 'a required input field is added'),
    OPTIONAL,
  ),
  VALUE_REMOVED_FROM_ENUM: breaking(text('giá trị bị bỏ', 'the value is removed'), KEEP),
  TYPE_REMOVED_FROM_UNION: breaking(
    text('một kiểu bị bỏ khỏi union', 'a type is removed from the union'),
    KEEP,
  ),
  IMPLEMENTED_INTERFACE_REMOVED: breaking(
    text('không còn triển khai một giao diện', 'an interface is no longer implemented'),
    KEEP,
  ),
  DIRECTIVE_REMOVED: breaking(text('chỉ thị bị bỏ', 'the directive is removed'), KEEP),
  NODE_LOST: breaking(
    text('node(id:) không còn tìm được kiểu này', 'node(id:) no longer finds it'),
    text(
      'Giữ @key(fields: "id") và phần trả lời tham chiếu.',
      'Keep @key(fields: "id") and resolve references by it.',
    ),
  ),
  ARG_DEFAULT_CHANGED: dangerous(text('giá trị mặc định đổi', 'the default value changes'), ADD_ANEW),
  INPUT_FIELD_DEFAULT_CHANGED: dangerous(text('giá trị mặc định đổi', 'the default value changes'), ADD_ANEW),
  OPTIONAL_ARG_ADDED: safe(text('thêm đối số tùy chọn', 'an optional argument is added')),
  OPTIONAL_INPUT_FIELD_ADDED: safe(text('thêm trường đầu vào tùy chọn', 'an optional input field is added')),
  VALUE_ADDED_TO_ENUM: dangerous(
    text('thêm giá trị mà ứng dụng có thể chưa biết', 'a value is added that clients may not know'),
    text('Báo trước cho các ứng dụng có tên.', 'Tell the clients that are named beforehand.'),
  ),
  TYPE_ADDED_TO_UNION: dangerous(
    text('thêm kiểu mà ứng dụng có thể chưa biết', 'a type is added that clients may not know'),
    text('Báo trước cho các ứng dụng có tên.', 'Tell the clients that are named beforehand.'),
  ),
  IMPLEMENTED_INTERFACE_ADDED: dangerous(
    text('triển khai thêm giao diện', 'another interface is implemented'),
    text('Báo trước cho các ứng dụng có tên.', 'Tell the clients that are named beforehand.'),
  ),
  TYPE_ADDED: safe(text('kiểu mới', 'a new type')),
  FIELD_ADDED: safe(text('trường mới', 'a new field')),
  FIELD_TIGHTENED: safe(text('trường trả về kiểu hẹp hơn', 'the field answers a narrower type')),
  ARG_LOOSENED: safe(text('đối số nhận kiểu rộng hơn', 'the argument takes a wider type')),
  INPUT_FIELD_LOOSENED: safe(text('trường đầu vào nhận kiểu rộng hơn', 'the input field takes a wider type')),
  DEPRECATED: safe(text('được báo ngừng dùng', 'is deprecated')),
  RESTORED: safe(text('không còn báo ngừng dùng', 'is no longer deprecated')),
  DIRECTIVE_ADDED: safe(text('chỉ thị mới', 'a new directive')),
} as const satisfies Readonly<Record<string, Wording>>;

/** A kind of change. */
export type ChangeCode = keyof typeof WORDINGS;

/** Makes a difference; an operation is touched when it uses the coordinate itself, unless others are named. */
export function difference(code: ChangeCode, coordinate: string, more: More = {}): Difference {
  const { kind, says, remedy = NONE }: Wording = WORDINGS[code];
  const { touches = [coordinate], from, to, patch } = more;
  const change = from === undefined ? '' : ` (${from} → ${to ?? ''})`;
  return {
    code,
    kind,
    coordinate,
    touches,
    message: text(`${coordinate}: ${says.vi}${change}.`, `${coordinate}: ${says.en}${change}.`),
    remedy,
    ...(patch !== undefined && { patch }),
  };
}

interface More {
  readonly touches?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly patch?: string;
}
