import { both } from '../../../schema/contract/text.js';
import { connectionBy, type Edge } from '../page.js';
import { UserErrorCode } from '../writing/refusal.js';
import type { AuditDecision } from '../writing/audit.js';
import { Directive, Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

/** What became of a request, as the graph names it. */
export const AUDIT_DECISIONS = { DONE: 'DONE', REFUSED: 'REFUSED' } as const satisfies Record<
  AuditDecision,
  AuditDecision
>;
registerEnumType(AUDIT_DECISIONS, {
  name: 'AuditDecision',
  description: both('Kết quả của một yêu cầu', 'What became of a request.'),
  valuesConfig: {
    DONE: { description: both('Đã thực hiện', 'It was done.') },
    REFUSED: {
      description: both('Bị từ chối, không có gì thay đổi', 'It was refused; nothing was changed.'),
    },
  },
});

/** A line of an agency's audit log. Source: domain rule, reads and privacy. */
@Directive('@shareable')
@ObjectType('AuditEntry', {
  description: both(
    'Một dòng nhật ký kiểm toán: ai, thay mặt tổ chức nào, trong vai trò nào, để làm gì, đã yêu cầu gì, kết quả, lúc nào',
    'A line of an audit log: who asked for what, for which organisation, in which role, what for, when, and what became of it.',
  ),
})
export class AuditEntry {
  @Field(() => Int, {
    description: both(
      'Số thứ tự trong chuỗi, từ 1, không có khoảng trống',
      'Place in the chain: from 1 on, without gaps.',
    ),
  })
  readonly position!: number;

  @Field({
    description: both(
      'Mã băm SHA-256 nối dòng này với mọi dòng trước nó; ghi lại ở nơi khác cùng số thứ tự để phát hiện việc sửa chữa',
      'SHA-256 over this line and all before it; noted elsewhere with the position, it shows whether they were changed.',
    ),
  })
  readonly digest!: string;

  @Field(() => GraphQLISODateTime, { description: both('Thời điểm', 'When it happened.') })
  readonly at!: Date;

  @Field(() => String, {
    nullable: true,
    description: both('Tài khoản; trống: công chúng', 'The account; null for the public.'),
  })
  readonly subject!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: both('Mã tổ chức được thay mặt', 'Id of the organisation that was acted for.'),
  })
  readonly organizationId!: string | null;

  @Field({ description: both('Vai trò; PUBLIC: công chúng', 'The role; PUBLIC for the public.') })
  readonly role!: string;

  @Field(() => String, { nullable: true, description: both('Mục đích', 'What the work was for.') })
  readonly purpose!: string | null;

  @Field({ description: both('Tên thao tác', 'Name of the operation.') })
  readonly operation!: string;

  @Field(() => [ID], {
    description: both('Mã các bản ghi liên quan', 'Ids of the records that it was about.'),
  })
  readonly nodeIds!: readonly string[];

  @Field(() => AUDIT_DECISIONS, { description: both('Kết quả', 'What became of it.') })
  readonly decision!: AuditDecision;

  @Field(() => UserErrorCode, {
    nullable: true,
    description: both('Lý do từ chối', 'Why it was refused.'),
  })
  readonly code!: UserErrorCode | null;

  @Field({ description: both('Mã yêu cầu', 'Id of the request, as the logs of the hub have it.') })
  readonly requestId!: string;
}

@Directive('@shareable')
@ObjectType('AuditEntryEdge', {
  description: both('Một dòng nhật ký kèm con trỏ', 'A line of an audit log with its cursor.'),
})
class AuditEntryEdge implements Edge<AuditEntry> {
  @Field({ description: both('Con trỏ', 'Its cursor.') })
  readonly cursor!: string;

  @Field(() => AuditEntry, { description: both('Dòng nhật ký', 'The line.') })
  readonly node!: AuditEntry;
}

/** A page of an audit log, newest first. */
export const AuditEntryConnection = connectionBy({
  name: 'AuditEntryConnection',
  description: both('Một trang nhật ký kiểm toán, mới nhất trước', 'A page of an audit log, newest first.'),
  row: AuditEntry,
  edge: AuditEntryEdge,
});
Directive('@shareable')(AuditEntryConnection);
