import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { ClaimKind, DisputeCause } from '../../shared/values/labour-dispute.js';
import { enumListColumn } from '../activity/enum-list.js';
import { periodColumn, ReportedPeriod } from '../activity/reported-period.js';
import { FindingKind } from './finding-vocabulary.js';
import { Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** What a report or a speech concluded, in the hub's own short words. */
@Entity({ tableName: 'finding' })
@Directive('@key(fields: "id")')
@ObjectType('Finding', {
  implements: HubRecord,
  description: both(
    'Nhận định của báo cáo, phát biểu, được viết lại ngắn gọn',
    'What a report or a speech concluded, in short words of our own.',
  ),
})
export class Finding extends HubRecord {
  @Field(() => FindingKind, { description: both('Loại nhận định', 'What kind of conclusion it is.') })
  @Enum({ items: () => FindingKind })
  kind!: FindingKind;

  @Field(() => Int, {
    nullable: true,
    description: both('Thứ tự trong nguồn', 'Its number among those of its kind in the source.'),
  })
  @Property({ type: 'integer', nullable: true })
  ordinal: number | null = null;

  @Field({ description: both('Nội dung', 'What it says, in Vietnamese.') })
  @Property({ type: 'text' })
  textVi!: string;

  @Field({ description: both('Nội dung tiếng Anh', 'What it says, in English.') })
  @Property({ type: 'text' })
  textEn!: string;

  @Index({ type: 'gin' })
  @Property(refListColumn(ORGANIZATION_TYPES))
  organizations: readonly string[] = [];

  @Field(() => ReportedPeriod, {
    nullable: true,
    description: both('Giai đoạn', 'The period that it is about.'),
  })
  @Property(periodColumn({ nullable: true }))
  period: ReportedPeriod | null = null;

  @Field(() => DisputeCause, {
    nullable: true,
    description: both(
      'Nguyên nhân tranh chấp lao động, khi nhận định nêu nguyên nhân',
      'Cause of labour disputes, where the finding names one.',
    ),
  })
  @Enum({ items: () => DisputeCause, nullable: true })
  cause: DisputeCause | null = null;

  @Field(() => [ClaimKind], {
    description: both('Các loại yêu cầu được nêu', 'The kinds of claim that it names.'),
  })
  @Property(enumListColumn(ClaimKind))
  claimKinds: readonly ClaimKind[] = [];
}
