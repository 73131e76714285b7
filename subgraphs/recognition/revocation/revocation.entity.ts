import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Decision } from '../decision/decision.entity.js';
import { Recognition } from '../recognition/recognition.entity.js';
import { Entity, Enum, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a recognition was revoked. Source: domain rule, life cycles. */
export enum RevocationGround {
  FALSE_DECLARATION = 'FALSE_DECLARATION',
  FALSE_DOCUMENTS = 'FALSE_DOCUMENTS',
  UNLAWFUL_PROCEDURE = 'UNLAWFUL_PROCEDURE',
  LATER_CONCLUSION_OF_VIOLATION = 'LATER_CONCLUSION_OF_VIOLATION',
}
registerEnumType(RevocationGround, {
  name: 'RevocationGround',
  description: both('Căn cứ thu hồi', 'Why a recognition was revoked.'),
  valuesConfig: {
    FALSE_DECLARATION: {
      description: both('Kê khai gian dối thành tích', 'The achievement was declared falsely.'),
    },
    FALSE_DOCUMENTS: { description: both('Làm giả hồ sơ, giấy tờ', 'Documents were false.') },
    UNLAWFUL_PROCEDURE: {
      description: both(
        'Sai thẩm quyền, thủ tục',
        'It was awarded without authority or against the procedure.',
      ),
    },
    LATER_CONCLUSION_OF_VIOLATION: {
      description: both('Có kết luận vi phạm sau khi khen', 'A violation was established afterwards.'),
    },
  },
});

/** That a recognition was taken back, by a decision and on a ground. */
@Entity({ tableName: 'revocation' })
@Directive('@key(fields: "id")')
@ObjectType('Revocation', {
  implements: HubRecord,
  description: both('Việc thu hồi một lần khen thưởng', 'That a recognition was taken back.'),
})
export class Revocation extends HubRecord {
  @Unique()
  @ManyToOne(() => Recognition, { mapToPk: true, fieldName: 'recognition_key' })
  recognition!: string;

  @Field(() => RevocationGround, { description: both('Căn cứ', 'Why.') })
  @Enum({ items: () => RevocationGround })
  ground!: RevocationGround;

  @ManyToOne(() => Decision, { mapToPk: true, fieldName: 'decision_key' })
  decision!: string;

  @Field(() => LocalDate, { description: both('Ngày thu hồi', 'Day on which it was taken back.') })
  @Property({ type: 'date' })
  revokedOn!: string;
}
