import { both } from '../../../schema/contract/text.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { connectionOf, Direction } from '../../shared/page.js';
import type { Order } from '../../shared/reading/cursor.js';
import { datedWithin, has, lists, named, type Filter } from '../../shared/reading/filter.js';
import { by } from '../../shared/reading/orders.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DocumentFamily } from './document-family.js';
import { SymbolStatus } from './document-state.js';
import { DocumentTypes, type DocumentType } from './document-type.js';
import { Document } from './document.entity.js';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';

/** A page of documents. */
export const DocumentConnection = connectionOf(Document);

/** Latest first; those without a date last. */
export const BY_ISSUE: Order = by('issuedOn', Direction.DESC);

/** How a list of documents is sorted. */
export enum DocumentOrder {
  ISSUED_ON = 'ISSUED_ON',
  NAME = 'NAME',
  FAMILY = 'FAMILY',
}
registerEnumType(DocumentOrder, {
  name: 'DocumentOrder',
  description: both('Cách sắp xếp văn bản', 'How a list of documents is sorted.'),
  valuesConfig: {
    ISSUED_ON: { description: both('Theo ngày ban hành', 'By date of issue.') },
    NAME: { description: both('Theo tên gọi', 'By name.') },
    FAMILY: { description: both('Theo hệ thống ban hành', 'By the system it comes from.') },
  },
});

const PROPERTIES: Readonly<Record<DocumentOrder, string>> = {
  ISSUED_ON: 'issuedOn',
  NAME: 'sortKey',
  FAMILY: 'family',
};

/** Which documents a list holds, and in which order. */
@ArgsType()
export class DocumentFilter {
  @Field(() => ID, { nullable: true, description: both('Do tổ chức này ban hành', 'Issued by this one.') })
  readonly issuer?: string;

  @Field(() => DocumentFamily, {
    nullable: true,
    description: both('Thuộc hệ thống này', 'Of this system only.'),
  })
  readonly family?: DocumentFamily;

  @Field(() => DocumentTypes, { nullable: true, description: both('Loại này', 'Of this type only.') })
  readonly type?: DocumentType;

  @Field(() => [SymbolStatus], {
    nullable: true,
    description: both(
      'Số hiệu ở một trong các tình trạng này; văn bản không rõ số hiệu không có tình trạng',
      'With a symbol of one of these statuses; documents without a known symbol have none.',
    ),
  })
  readonly symbolStatus?: readonly SymbolStatus[];

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Ban hành từ ngày này; chỉ biết tháng hoặc năm thì tính nếu có thể',
      'Issued on this day or later, as far as the date is known.',
    ),
  })
  readonly issuedFrom?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Ban hành đến hết ngày này; chỉ biết tháng hoặc năm thì tính nếu có thể',
      'Issued on this day or earlier, as far as the date is known.',
    ),
  })
  readonly issuedTo?: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Được văn bản này viện dẫn', 'Cited by this document.'),
  })
  readonly citedBy?: string;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Số hiệu hoặc trích yếu có các từ bắt đầu bằng',
      'With words in symbol or title that begin so.',
    ),
  })
  readonly text?: string;

  @Field(() => DocumentOrder, {
    defaultValue: DocumentOrder.ISSUED_ON,
    description: both('Sắp xếp theo', 'Sorted by.'),
  })
  readonly orderBy!: DocumentOrder;

  @Field(() => Direction, { defaultValue: Direction.DESC, description: both('Chiều', 'Which way.') })
  readonly direction!: Direction;
}

/** The conditions of a filter, but for those that follow relations. @throws HubError INVALID_ID */
export function conditionsOf(filter: DocumentFilter): readonly Filter[] {
  return [
    ...lists('issuers', filter.issuer, ORGANIZATION_TYPES),
    ...has('family', filter.family),
    ...has('documentType', filter.type),
    ...has('symbolStatus', filter.symbolStatus),
    ...datedWithin('issuedOn', filter.issuedFrom, filter.issuedTo),
    ...named(filter.text),
  ];
}

/** The order that a filter asks for. */
export function orderOf({ orderBy, direction }: DocumentFilter): Order {
  return by(PROPERTIES[orderBy], direction);
}
