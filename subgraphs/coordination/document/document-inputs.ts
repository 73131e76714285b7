import { both } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { DocumentFamily } from './document-family.js';
import { DocumentRelationKind } from './document-relation.entity.js';
import { DocumentTypes, type DocumentType } from './document-type.js';
import { Field, ID, InputType } from 'type-graphql';

/** What a document says of another one. */
@InputType('DocumentRelationInput', {
  description: both('Quan hệ với một văn bản khác', 'What a document says of another one.'),
})
export class RelationInput {
  @Field(() => DocumentRelationKind, { description: both('Loại quan hệ', 'How it refers.') })
  readonly kind!: DocumentRelationKind;

  @Field(() => ID, { description: both('Văn bản được nêu', 'The document referred to.') })
  readonly to!: string;
}

/** A draft that is put on record. */
@InputType('RegisterDocumentInput', {
  description: both('Dự thảo cần ghi vào sổ', 'A draft that is put on record.'),
})
export class RegisterDocumentInput extends MutationInput {
  @Field(() => String, {
    nullable: true,
    description: both('Số hiệu, nếu đã có', 'Its symbol, where it has one.'),
  })
  readonly symbol?: string | null;

  @Field({ description: both('Tên gọi ngắn', 'What it is called for short, in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên gọi tiếng Anh', 'The same in English.') })
  readonly nameEn?: string | null;

  @Field(() => String, { nullable: true, description: both('Trích yếu', 'Title.') })
  readonly title?: string | null;

  @Field(() => DocumentTypes, { description: both('Loại văn bản', 'What it is.') })
  readonly type!: DocumentType;

  @Field(() => DocumentFamily, {
    nullable: true,
    description: both('Hệ thống ban hành', 'The system that it comes from.'),
  })
  readonly family?: DocumentFamily | null;

  @Field(() => [ID], { description: both('Các cơ quan ban hành', 'The organisations that issue it.') })
  readonly issuers!: readonly string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: both('Các cơ quan tham mưu, soạn thảo', 'The organisations that draft it for the issuer.'),
  })
  readonly preparedBy!: readonly string[];

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày ban hành, nếu đã có', 'The day of issue, where known.'),
  })
  readonly issuedOn?: string | null;

  @Field(() => Classification, {
    defaultValue: Classification.INTERNAL,
    description: both('Phạm vi được đọc: PUBLIC hoặc INTERNAL', 'Who may read it: PUBLIC or INTERNAL.'),
  })
  readonly classification!: Classification;

  @Field(() => [RelationInput], {
    defaultValue: [],
    description: both('Quan hệ với văn bản khác', 'What it says of other documents.'),
  })
  readonly relations!: readonly RelationInput[];
}

/** A relation between two documents on record. */
@InputType('RelateDocumentsInput', {
  description: both('Quan hệ giữa hai văn bản đã ghi', 'A relation between two documents on record.'),
})
export class RelateDocumentsInput extends MutationInput {
  @Field(() => ID, { description: both('Văn bản nêu quan hệ', 'The document that refers.') })
  readonly from!: string;

  @Field(() => ID, { description: both('Văn bản được nêu', 'The document referred to.') })
  readonly to!: string;

  @Field(() => DocumentRelationKind, { description: both('Loại quan hệ', 'How it refers.') })
  readonly kind!: DocumentRelationKind;
}

/** The number and day that a draft is given. */
@InputType('IssueDocumentInput', {
  description: both('Số và ngày ban hành của dự thảo', 'The number and day that a draft is given.'),
})
export class IssueDocumentInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description: both('Số hiệu; trống thì giữ số đã ghi', 'Its symbol; that of the draft when not said.'),
  })
  readonly symbol?: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Ngày ban hành; trống thì giữ ngày đã ghi',
      'The day; that of the draft when not said.',
    ),
  })
  readonly issuedOn?: string | null;

  @Field({ defaultValue: false, description: both('Công khai từ nay', 'Public from now on.') })
  readonly publish!: boolean;
}

/** From when a document holds. */
@InputType('BringDocumentIntoForceInput', {
  description: both('Ngày văn bản có hiệu lực', 'From when a document holds.'),
})
export class BringDocumentIntoForceInput extends ChangeInput {
  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;
}

/** By what a document was amended. */
@InputType('AmendDocumentInput', {
  description: both('Văn bản sửa đổi, bổ sung', 'By what a document was amended.'),
})
export class AmendDocumentInput extends ChangeInput {
  @Field(() => ID, { description: both('Văn bản sửa đổi', 'The amending document.') })
  readonly amendedBy!: string;
}

/** What took the place of a document. */
@InputType('ReplaceDocumentInput', {
  description: both('Văn bản thay thế', 'What took the place of a document.'),
})
export class ReplaceDocumentInput extends ChangeInput {
  @Field(() => ID, {
    description: both(
      'Văn bản thay thế, đang có hiệu lực: ngày đầu của nó là ngày hết hiệu lực của văn bản này',
      'The document in its place, in force: its first day ends this one.',
    ),
  })
  readonly replacedBy!: string;
}

/** When a document ended. */
@InputType()
export abstract class EndDocumentInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn hiệu lực', 'First day on which it no longer holds.'),
  })
  readonly endsOn!: string;
}

/** A document that is revoked. */
@InputType('RevokeDocumentInput', { description: both('Văn bản bị bãi bỏ', 'A document that is revoked.') })
export class RevokeDocumentInput extends EndDocumentInput {}

/** A document of which the term is over. */
@InputType('ExpireDocumentInput', {
  description: both('Văn bản đã hết thời hạn', 'A document of which the term is over.'),
})
export class ExpireDocumentInput extends EndDocumentInput {}
