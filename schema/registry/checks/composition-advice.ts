import { text, type Text } from '../../contract/text.js';
import type { Reason } from './composition.js';

/** What would make subgraphs compose. */
export interface Advice {
  readonly remedy: Text;
  /** SDL lines, for the subgraph that is named in the remedy. */
  readonly patch?: string;
}

/**
 * The advice for a reason why subgraphs do not compose.
 *
 * @param coordinate what the reason is about
 * @param proposed the subgraph that is to be changed
 */
export function adviceFor(reason: Reason, coordinate: string | undefined, proposed = ''): Advice {
  const rule = RULES[reason.code] ?? RULES[familyOf(reason.code)];
  const [type = 'T', field = 'f'] = (coordinate ?? '').replace(/\(.*$/, '').split('.');
  return rule ? rule({ type, field, message: reason.message, proposed }) : OTHERWISE;
}

interface Place {
  readonly type: string;
  readonly field: string;
  readonly message: string;
  readonly proposed: string;
}

const OTHERWISE: Advice = {
  remedy: text(
    'Hãy sửa SDL theo lý do đã nêu, rồi kiểm tra lại.',
    'Change the SDL by the reason given, and check again.',
  ),
};

/** Codes such as `KEY_INVALID_FIELDS_TYPE` are of the family of what they end in. */
function familyOf(code: string): string {
  return Object.keys(FAMILIES).find((part) => code.includes(part)) ?? '';
}

const keyed = ({ type, field, message }: Place): Advice => ({
  remedy: text(
    `Cho phép đi tới ${type} bằng khóa: khai báo @key giống nhau ở mọi phân hệ có ${type}, và trả lời tham chiếu ở nơi có ${field}.`,
    `Let ${type} be reached by its key: declare the same @key in each subgraph that has ${type}, and resolve references where ${field} is.`,
  ),
  patch: message.includes('resolvable')
    ? `type ${type} @key(fields: "id") {  # without resolvable: false\n  id: ID!\n}`
    : `type ${type} @key(fields: "id") {\n  id: ID!\n}`,
});

const shared = ({ type, field }: Place): Advice => ({
  remedy: text(
    `Chỉ một phân hệ trả lời ${type}.${field}: hãy bỏ trường ở phân hệ kia, hoặc ghi @external; chỉ khi chủ quản đồng ý mới ghi @shareable ở cả hai.`,
    `One subgraph answers ${type}.${field}: leave the field out in the other, or mark it @external; @shareable in both is for the owner to allow.`,
  ),
  patch: `type ${type} {\n  ${field}: …  @external\n}`,
});

const sameType = ({ type, field, message, proposed }: Place): Advice => ({
  remedy: text(
    `Khai báo ${type}.${field} cùng kiểu ở mọi phân hệ.`,
    `Declare ${type}.${field} with the same type in every subgraph.`,
  ),
  patch: `type ${type} {\n  ${field}: ${typeElsewhere(message, proposed)}\n}`,
});

function typeElsewhere(message: string, proposed: string): string {
  const types = [...message.matchAll(/type "([^"]+)" in subgraphs? ((?:"[^"]+"(?:, | and )?)+)/g)];
  return types.find(([, , subgraphs = '']) => !subgraphs.includes(`"${proposed}"`))?.[1] ?? '…';
}

const external = ({ type, field, message }: Place): Advice => {
  const needed = /Cannot query field "(\w+)"/.exec(message)?.[1] ?? field;
  return {
    remedy: text(
      `Khai báo ${type}.${needed} trong phân hệ này với @external, đúng kiểu của chủ quản.`,
      `Declare ${type}.${needed} in this subgraph as @external, with the type that its owner gives it.`,
    ),
    patch: `type ${type} {\n  ${needed}: … @external\n}`,
  };
};

const unused = ({ type, field }: Place): Advice => ({
  remedy: text(
    `Bỏ ${type}.${field}, hoặc dùng nó trong @key, @requires hoặc @provides.`,
    `Leave ${type}.${field} out, or use it in @key, @requires or @provides.`,
  ),
});

const optional = ({ type, field }: Place): Advice => ({
  remedy: text(
    `Để đối số hoặc trường đầu vào tại ${type}.${field} là tùy chọn, hoặc thêm nó ở mọi phân hệ.`,
    `Make the argument or input field at ${type}.${field} optional, or add it in every subgraph.`,
  ),
  patch: `${field}: Int  # without !`,
});

const sameEnum = ({ type }: Place): Advice => ({
  remedy: text(
    `Khai báo các giá trị của ${type} giống nhau ở mọi phân hệ.`,
    `Declare the same values of ${type} in every subgraph.`,
  ),
});

const kinds = ({ type }: Place): Advice => ({
  remedy: text(
    `${type} là loại kiểu khác ở phân hệ khác: hãy đặt tên khác cho kiểu mới.`,
    `${type} is another kind of type in another subgraph: give the new type another name.`,
  ),
});

const rights = ({ type, field, message }: Place): Advice => {
  const needed = /transitive field "([^"]+)"/.exec(message)?.[1] ?? 'T.f';
  return {
    remedy: text(
      `Đòi ở ${type}.${field} cùng quyền như ở ${needed}.`,
      `Demand at ${type}.${field} the same rights as at ${needed}.`,
    ),
    patch: `type ${type} {\n  ${field}: … @requiresScopes(scopes: [["…"]])  # as at ${needed}\n}`,
  };
};

const linked = (): Advice => ({
  remedy: text(
    'Khai báo federation 2 và nhập các chỉ thị đang dùng.',
    'Link federation 2 and import the directives in use.',
  ),
  patch:
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@external"])',
});

const named = (): Advice => ({
  remedy: text('Đặt tên khác cho phân hệ.', 'Give the subgraph another name.'),
});

const implemented = ({ type, field }: Place): Advice => ({
  remedy: text(
    `Mọi kiểu triển khai ${type} phải có ${field} ở phân hệ nào đó.`,
    `Every type that implements ${type} must have ${field} in some subgraph.`,
  ),
  patch: `type … implements ${type} {\n  ${field}: …\n}`,
});

const FAMILIES = {
  INVALID_FIELDS: external,
  MISSING_EXTERNAL: external,
  TYPE_MISMATCH: sameType,
  MISSING_IN_SOME_SUBGRAPH: optional,
  UNUSED: unused,
  LINK: linked,
} as const;

const RULES: Readonly<Record<string, (place: Place) => Advice>> = {
  ...FAMILIES,
  SATISFIABILITY_ERROR: keyed,
  INVALID_FIELD_SHARING: shared,
  EXTERNAL_UNUSED: unused,
  EXTERNAL_MISSING_ON_BASE: unused,
  ENUM_VALUE_MISMATCH: sameEnum,
  EMPTY_MERGED_ENUM_TYPE: sameEnum,
  EMPTY_MERGED_INPUT_TYPE: sameEnum,
  TYPE_KIND_MISMATCH: kinds,
  MISSING_TRANSITIVE_AUTH_REQUIREMENTS: rights,
  INTERFACE_FIELD_NO_IMPLEM: implemented,
  UNKNOWN_FEDERATION_LINK_VERSION: linked,
  RESERVED_NAME: named,
  REPEATED_NAME: named,
};
