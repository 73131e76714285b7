import { text, type Text } from '../../contract/text.js';
import { kindOf, namesWithin } from '../ownership/alike.js';
import { keysOf } from '../ownership/keys.js';
import { isRoot } from '../reading/roots.js';
import { textIn } from '../reading/directives.js';
import { namedIn } from '../reading/field-set.js';
import type { SubgraphReading } from '../reading/subgraph.js';
import type { ChangedPart } from './changed-parts.js';
import type { Severity } from './report.js';
import { Kind, type TypeNode } from 'graphql';

/** One custom of the graph. What the hub relies on is an error, all else a warning. */
export interface Convention {
  readonly code: string;
  readonly severity: Severity;
  readonly isBroken: (part: ChangedPart, reading: SubgraphReading) => boolean;
  readonly message: Text;
  readonly remedy: Text;
  readonly patch?: string;
}

/** Between paragraphs. */
const BLANK_LINE = /\n\s*\n/;
/** Between paragraphs, or between two sentences of one line. */
const BREAK = /\n\s*\n|\//;

/** Whether words stand on both sides: Vietnamese ones, then English ones. */
function isInBoth(words: string, between: RegExp): boolean {
  return words.split(between).filter((part) => part.trim() !== '').length > 1;
}

const isType = ({ member }: ChangedPart): boolean => member === undefined;
const isField = ({ member, argument, type }: ChangedPart): boolean =>
  member !== undefined && argument === undefined && kindOf(type) !== 'Enum';
const isValue = ({ member, type }: ChangedPart): boolean => member !== undefined && kindOf(type) === 'Enum';

function describedBy({ type, member, argument }: ChangedPart): string | undefined {
  if (argument) return argument.description?.value;
  if (member) return member.node.description?.value;
  return type.nodes.flatMap((node) => ('description' in node && node.description?.value) || [])[0];
}

function isUndescribed(part: ChangedPart): boolean {
  if (isType(part) && isRoot(part.type.name)) return false;
  return !isInBoth(describedBy(part) ?? '', BLANK_LINE);
}

function typeOf({ member, argument }: ChangedPart): TypeNode | undefined {
  if (argument) return argument.type;
  return member && 'type' in member.node ? member.node.type : undefined;
}

function ownName({ type, member, argument }: ChangedPart): string {
  return argument?.name.value ?? member?.name ?? type.name;
}

function hasNullableItems(type: TypeNode | undefined): boolean {
  if (!type || type.kind === Kind.NAMED_TYPE) return false;
  if (type.kind === Kind.NON_NULL_TYPE) return hasNullableItems(type.type);
  return type.type.kind !== Kind.NON_NULL_TYPE || hasNullableItems(type.type);
}

function isNamedType(part: ChangedPart, name: string): boolean {
  const type = typeOf(part);
  return type !== undefined && namedIn(type) === name;
}

const MONEY = /amount|price|money|sum|fee|cost|wage|salary|fund|budget|soTien|tien/i;

function isNode({ type }: ChangedPart): boolean {
  return namesWithin(type, 'interfaces').includes('Node');
}

/** The customs of the graph. */
export const CONVENTIONS: readonly Convention[] = [
  {
    code: 'NODE_ID',
    severity: 'ERROR',
    isBroken: (part) => {
      const id = part.type.members.get('id')?.node;
      return isType(part) && isNode(part) && !(id && 'type' in id && isGlobalId(id.type));
    },
    message: text('kiểu triển khai Node phải có id: ID!.', 'a type that implements Node has id: ID!.'),
    remedy: text('Thêm trường id.', 'Add the field id.'),
    patch: 'id: ID!',
  },
  {
    code: 'NODE_WITHOUT_KEY',
    severity: 'WARNING',
    isBroken: (part) =>
      isType(part) && isNode(part) && kindOf(part.type) === 'Object' && !keysOf(part.type).includes('id'),
    message: text(
      'node(id:) không tìm được kiểu này vì thiếu khóa id.',
      'node(id:) does not find it without the key id.',
    ),
    remedy: text('Thêm @key(fields: "id").', 'Add @key(fields: "id").'),
    patch: '@key(fields: "id")',
  },
  {
    code: 'DESCRIPTION_MISSING',
    severity: 'WARNING',
    isBroken: (part) => isUndescribed(part) && !(part.member?.name === 'id' && !part.argument),
    message: text('thiếu mô tả bằng hai thứ tiếng.', 'is not described in both languages.'),
    remedy: text(
      'Viết một đoạn tiếng Việt, một dòng trống, một đoạn tiếng Anh.',
      'Write a Vietnamese paragraph, an empty line, an English paragraph.',
    ),
    patch: '"""\n…\n\n…\n"""',
  },
  {
    code: 'TYPE_NAME',
    severity: 'WARNING',
    isBroken: (part) => isType(part) && !/^[A-Z][A-Za-z0-9]*$/.test(part.type.name),
    message: text('tên kiểu viết PascalCase.', 'types are named in PascalCase.'),
    remedy: text('Đổi tên trước khi có người dùng.', 'Rename it before somebody uses it.'),
  },
  {
    code: 'FIELD_NAME',
    severity: 'WARNING',
    isBroken: (part) => !isType(part) && !isValue(part) && !/^[a-z][A-Za-z0-9]*$/.test(ownName(part)),
    message: text('tên trường và đối số viết camelCase.', 'fields and arguments are named in camelCase.'),
    remedy: text('Đổi tên trước khi có người dùng.', 'Rename it before somebody uses it.'),
  },
  {
    code: 'VALUE_NAME',
    severity: 'WARNING',
    isBroken: (part) => isValue(part) && !/^[A-Z][A-Z0-9_]*$/.test(ownName(part)),
    message: text('giá trị enum viết HOA_CÁCH_GẠCH.', 'values of enums are named in UPPER_CASE.'),
    remedy: text('Đổi tên trước khi có người dùng.', 'Rename it before somebody uses it.'),
  },
  {
    code: 'NULLABLE_ITEMS',
    severity: 'WARNING',
    isBroken: (part) => isField(part) && hasNullableItems(typeOf(part)),
    message: text('phần tử của danh sách có thể null.', 'the items of the list may be null.'),
    remedy: text('Viết [T!].', 'Write [T!].'),
    patch: '[T!]!',
  },
  {
    code: 'ID_TYPE',
    severity: 'WARNING',
    isBroken: (part) => isField(part) && /^id$|[a-z]Id$/.test(ownName(part)) && !isNamedType(part, 'ID'),
    message: text('mã phải có kiểu ID.', 'ids have the type ID.'),
    remedy: text('Viết ID hoặc ID!.', 'Write ID or ID!.'),
    patch: 'ID!',
  },
  {
    code: 'MONEY_AS_FLOAT',
    severity: 'WARNING',
    isBroken: (part) => !isType(part) && isNamedType(part, 'Float') && MONEY.test(ownName(part)),
    message: text(
      'số tiền không ghi bằng Float: số lẻ bị làm tròn.',
      'sums of money are no Float: it rounds.',
    ),
    remedy: text('Dùng số nguyên đồng, hoặc kiểu Quantity.', 'Use whole đồng, or the type Quantity.'),
    patch: 'Quantity!',
  },
  {
    code: 'DEPRECATION_REASON',
    severity: 'WARNING',
    isBroken: isDeprecatedWithoutWords,
    message: text(
      'lý do ngừng dùng phải có hai thứ tiếng và tên phần thay thế.',
      'the reason of a deprecation is in both languages and names what to use.',
    ),
    remedy: text('Viết "Dùng x. / Use x."', 'Write "Dùng x. / Use x."'),
    patch: '@deprecated(reason: "Dùng x. / Use x.")',
  },
  {
    code: 'CONNECTION_SHAPE',
    severity: 'WARNING',
    isBroken: (part) =>
      isType(part) &&
      /.Connection$/.test(part.type.name) &&
      !['edges', 'pageInfo'].every((name) => part.type.members.has(name)),
    message: text('một Connection có edges và pageInfo.', 'a Connection has edges and pageInfo.'),
    remedy: text('Thêm trường thiếu.', 'Add the missing field.'),
    patch: 'edges: [TEdge!]!\npageInfo: PageInfo!',
  },
];

function isGlobalId(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE && namedIn(type) === 'ID';
}

function isDeprecatedWithoutWords({ member, argument }: ChangedPart): boolean {
  const node = (argument ?? member?.node)?.directives?.find(({ name }) => name.value === 'deprecated');
  const reason = node && textIn({ meaning: 'owner', node }, 'reason');
  return node !== undefined && !isInBoth(reason ?? '', BREAK);
}
