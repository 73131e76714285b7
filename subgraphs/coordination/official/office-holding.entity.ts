import { both } from '../../../schema/contract/text.js';
import { JsonColumn, refColumn, refListColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DateBasis, PartialDate, partialDate } from '../../shared/values/partial-date.js';
import { Official } from './official.entity.js';
import { Check, Entity, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

const writtenDates = z
  .array(z.strictObject({ value: z.string(), basis: z.enum(DateBasis).default(DateBasis.STATED) }))
  .transform((dates, issues) => {
    const read = dates.map(({ value, basis }) => partialDate(value, basis)).filter((date) => date !== null);
    if (read.length < dates.length)
      issues.addIssue({ code: 'custom', message: 'write 2024, 2024-03 or 2024-03-31' });
    return read;
  });

/**
 * That an official held an office. Its validity is the interval where the sources give one, otherwise the days for which
 * they attest it, with unknown ends: the sources do not say when it began or ended. One that was recorded by mistake is voided,
 * and stays.
 */
@Entity({ tableName: 'office_holding' })
@Check({
  name: 'office_holding_voided_with_reason',
  expression: 'num_nulls(voided_on, voided_by, void_reason) in (0, 3)',
})
@Directive('@key(fields: "id")')
@ObjectType('OfficeHolding', {
  implements: HubRecord,
  description: both(
    'Việc giữ một chức vụ: trong một khoảng thời gian, hoặc tại những ngày được nguồn xác nhận',
    'That an official held an office, for an interval or on the days that sources attest.',
  ),
})
export class OfficeHolding extends DatedRecord {
  /** Key of the official. */
  @Index()
  @ManyToOne(() => Official, { mapToPk: true, fieldName: 'official_key' })
  official!: string;

  @Field({ description: both('Chức vụ', 'The office, in Vietnamese.') })
  @Property({ type: 'text' })
  officeVi!: string;

  @Field({ description: both('Chức vụ, tiếng Anh', 'The office, in English.') })
  @Property({ type: 'text' })
  officeEn!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Cấp bậc hàm, nếu nguồn nêu', 'The rank, where stated, in Vietnamese.'),
  })
  @Property({ type: 'text', nullable: true })
  rankVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Cấp bậc hàm, tiếng Anh', 'The rank, where stated, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  rankEn: string | null = null;

  /** The organisation in which the office is held. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;

  /** The activities at which the official acted in this office. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['Activity']))
  activities: readonly string[] = [];

  @Field(() => [PartialDate], {
    description: both('Những ngày nguồn xác nhận', 'The dates on which sources attest it.'),
  })
  @Property({ type: datesColumn() })
  attestedOn!: readonly PartialDate[];

  @Field(() => LocalDate, {
    nullable: true,
    description: both(
      'Ngày hủy vì ghi nhầm; từ đó coi như chưa từng giữ chức vụ',
      'When it was voided as recorded by mistake: it counts as never held since.',
    ),
  })
  @Property({ type: 'date', nullable: true })
  voidedOn: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Lý do hủy; không nêu tên người', 'Why it was voided; nobody is named.'),
  })
  @Property({ type: 'text', nullable: true })
  voidReason: string | null = null;

  /** The organisation that voided it; the account stands in the audit log. */
  @Property(refColumn(ORGANIZATION_TYPES, { nullable: true }))
  voidedBy: string | null = null;

  /** Whether it was voided, for lists. */
  @Property({ type: 'boolean', nullable: true, generated: '(voided_on is not null) stored' })
  readonly isVoided!: boolean;
}

function datesColumn(): JsonColumn<readonly PartialDate[]> {
  return new JsonColumn(
    () => writtenDates,
    (stored: readonly PartialDate[]) => stored,
  );
}
