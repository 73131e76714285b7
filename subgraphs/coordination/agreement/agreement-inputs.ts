import { both } from '../../../schema/contract/text.js';
import { Classification } from '../../shared/values/classification.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { ChangeInput, MutationInput } from '../../shared/writing/input.js';
import { AgreementKind } from './agreement-kind.js';
import { Field, ID, InputType, Int } from 'type-graphql';

/** A key task that an agreement names. */
@InputType('AgreementTaskInput', {
  description: both('Một nhiệm vụ trọng tâm', 'A key task that an agreement names.'),
})
export class TaskInput {
  @Field({ description: both('Nội dung tóm tắt', 'What it is in short, in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Nội dung tiếng Anh', 'What it is in short, in English.'),
  })
  readonly nameEn?: string | null;

  @Field(() => [String], {
    description: both(
      'Phân hệ theo dõi kết quả: union, coordination, recognition',
      'Subgraphs that keep track of its results: union, coordination, recognition.',
    ),
  })
  readonly trackedBy!: readonly string[];
}

/** An agreement to be. */
@InputType('DraftAgreementInput', {
  description: both('Dự thảo thỏa thuận phối hợp', 'An agreement to be.'),
})
export class DraftAgreementInput extends MutationInput {
  @Field(() => AgreementKind, { description: both('Loại', 'What it is.') })
  readonly kind!: AgreementKind;

  @Field(() => Int, {
    nullable: true,
    description: both('Lần thứ mấy giữa các bên này', 'Which one between these parties, from 1.'),
  })
  readonly ordinal?: number | null;

  @Field({ description: both('Tên tiếng Việt', 'Name in Vietnamese.') })
  readonly nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  readonly nameEn?: string | null;

  @Field(() => [ID], { description: both('Các bên, từ hai trở lên', 'The parties: two or more.') })
  readonly parties!: readonly string[];

  @Field(() => [TaskInput], {
    defaultValue: [],
    description: both('Các nhiệm vụ trọng tâm, theo thứ tự', 'The key tasks, in their order.'),
  })
  readonly tasks!: readonly TaskInput[];

  @Field(() => ID, {
    nullable: true,
    description: both(
      'Thỏa thuận mà nó sẽ thay: hết hiệu lực vào ngày đầu của thỏa thuận này',
      'The agreement of which it will take the place: that one ends on its first day.',
    ),
  })
  readonly supersedes?: string | null;

  @Field(() => Classification, {
    defaultValue: Classification.INTERNAL,
    description: both('Phạm vi được đọc: PUBLIC hoặc INTERNAL', 'Who may read it: PUBLIC or INTERNAL.'),
  })
  readonly classification!: Classification;
}

/** The signature of one party. */
@InputType('SignAgreementInput', {
  description: both('Chữ ký của một bên', 'The signature of one party.'),
})
export class SignAgreementInput extends ChangeInput {
  @Field(() => ID, {
    description: both('Bên ký, thuộc phạm vi của bạn', 'The party that signs, in your scope.'),
  })
  readonly party!: string;

  @Field(() => LocalDate, { description: both('Ngày ký', 'When it signed.') })
  readonly signedOn!: string;

  @Field(() => ID, {
    description: both(
      'Chức vụ của người ký, đang giữ vào ngày ký',
      'The office held that day by who signed.',
    ),
  })
  readonly signatory!: string;

  @Field(() => ID, {
    nullable: true,
    description: both('Văn bản ghi nhận thỏa thuận', 'The document that puts it on paper.'),
  })
  readonly document?: string | null;
}

/** From when an agreement holds. */
@InputType('BringAgreementIntoForceInput', {
  description: both('Thời gian thỏa thuận có hiệu lực', 'From when an agreement holds.'),
})
export class BringAgreementIntoForceInput extends ChangeInput {
  @Field(() => LocalDate, { description: both('Ngày đầu', 'First day.') })
  readonly from!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày hết thời hạn, nếu có', 'First day after its term, where it has one.'),
  })
  readonly until?: string | null;

  @Field({ defaultValue: false, description: both('Công khai từ nay', 'Public from now on.') })
  readonly publish!: boolean;
}

/** What an amendment changes. */
@InputType('AmendAgreementInput', {
  description: both('Nội dung sửa đổi thỏa thuận', 'What an amendment changes.'),
})
export class AmendAgreementInput extends ChangeInput {
  @Field(() => ID, {
    description: both(
      'Văn bản sửa đổi do tất cả các bên ban hành',
      'The amending document, which all parties issued.',
    ),
  })
  readonly amendedBy!: string;

  @Field(() => [TaskInput], {
    nullable: true,
    description: both('Các nhiệm vụ từ nay', 'The key tasks from now on; unchanged when not said.'),
  })
  readonly tasks?: readonly TaskInput[] | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày hết thời hạn mới', 'First day after its new term; unchanged when not said.'),
  })
  readonly until?: string | null;
}

/** When an agreement is ended before its term. */
@InputType('TerminateAgreementInput', {
  description: both('Ngày chấm dứt trước hạn', 'When an agreement is ended before its term.'),
})
export class TerminateAgreementInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn hiệu lực', 'First day on which it no longer holds.'),
  })
  readonly endsOn!: string;
}

/** An agreement of which the term is over. */
@InputType('ExpireAgreementInput', {
  description: both('Thỏa thuận đã hết thời hạn', 'An agreement of which the term is over.'),
})
export class ExpireAgreementInput extends ChangeInput {}
