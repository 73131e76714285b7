import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { periodColumn, ReportedPeriod } from '../activity/reported-period.js';
import { CoordinationAgreement } from '../agreement/coordination-agreement.entity.js';
import { Document } from '../document/document.entity.js';
import { ObligationState } from './obligation-state.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** That one organisation owes another a report, under an agreement or a document; internal to the two. */
@Entity({ tableName: 'reporting_obligation' })
@Check({ name: 'reporting_obligation_between_two', expression: 'reporter <> recipient' })
@Check({
  name: 'reporting_obligation_has_basis',
  expression: 'agreement_key is not null or document_key is not null',
})
@Check({
  name: 'reporting_obligation_received',
  expression: `coalesce(case state when 'RECEIVED' then received_on <= due_on
    when 'RECEIVED_LATE' then received_on > due_on else received_on is null end, false)
    and (received_on is null) = (report_key is null)`,
})
@Directive('@key(fields: "id")')
@ObjectType('ReportingObligation', {
  implements: HubRecord,
  description: both(
    'Nghĩa vụ báo cáo của một tổ chức với tổ chức khác theo thỏa thuận hoặc văn bản; nội bộ hai bên',
    'A report that one organisation owes another under an agreement or a document; internal to the two.',
  ),
})
export class ReportingObligation extends HubRecord {
  /** The organisation that owes the report. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  reporter!: string;

  /** The organisation to which it is owed. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  recipient!: string;

  /** Key of the agreement under which it is owed. */
  @Index()
  @ManyToOne(() => CoordinationAgreement, { mapToPk: true, fieldName: 'agreement_key', nullable: true })
  agreement: string | null = null;

  /** Key of the document under which it is owed. */
  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'document_key', nullable: true })
  document: string | null = null;

  @Field(() => ReportedPeriod, { description: both('Kỳ báo cáo', 'The days that the report covers.') })
  @Property(periodColumn())
  period!: ReportedPeriod;

  @Field(() => LocalDate, {
    description: both('Hạn báo cáo, tính cả ngày này', 'Last day on which it is on time.'),
  })
  @Index()
  @Property({ type: 'date' })
  dueOn!: string;

  /** As recorded; clients read `stateOn`. */
  @Enum({ items: () => ObligationState })
  state!: ObligationState;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày nhận', 'When it was received.') })
  @Property({ type: 'date', nullable: true })
  receivedOn: string | null = null;

  /** Key of the report, once received. */
  @Index()
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'report_key', nullable: true })
  report: string | null = null;
}
