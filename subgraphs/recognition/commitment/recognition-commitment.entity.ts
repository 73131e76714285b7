import { both } from '../../../schema/contract/text.js';
import { jsonColumn, refColumn } from '../../shared/database/columns.js';
import { DatedRecord, HubRecord } from '../../shared/record.js';
import { RECIPIENT_KINDS, RecipientKind } from '../award/award-authority-rule.enums.js';
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** What a coordination agreement binds its parties to as regards commendation. */
@Entity({ tableName: 'recognition_commitment' })
@Directive('@key(fields: "id")')
@ObjectType('RecognitionCommitment', {
  implements: HubRecord,
  description: both(
    'Cam kết về biểu dương, khen thưởng trong một thỏa thuận phối hợp',
    'What a coordination agreement binds its parties to as regards commendation.',
  ),
})
export class RecognitionCommitment extends DatedRecord {
  @Index()
  @Property(refColumn(['CoordinationAgreement']))
  agreement!: string;

  @Field({ description: both('Nội dung', 'What is to be done, in Vietnamese.') })
  @Property({ type: 'text' })
  contentVi!: string;

  @Field({ description: both('Nội dung, tiếng Anh', 'What is to be done, in English.') })
  @Property({ type: 'text' })
  contentEn!: string;

  @Field(() => [RecipientKind], { description: both('Đối tượng được khen', 'Who is to be recognised.') })
  @Property(jsonColumn(RECIPIENT_KINDS))
  recipientKinds!: readonly RecipientKind[];
}
