import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { RecipientKind } from '../award/award-authority-rule.enums.js';
import { RecipientSide } from '../batch/recognition-batch.enums.js';
import { RecipientVisibility } from './recipient.enums.js';
import { Check, Entity, Enum, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/**
 * Who is nominated or recognised. Of an individual nothing is known but a display name, which lies in a table of its own
 * (see `personal-text.entity.ts`), the workplace organisation and consent. It is public from the first conferral on,
 * unless it is an individual who may appear in counts alone.
 */
@Entity({ tableName: 'recipient' })
@Check({ name: 'recipient_is_on_one_side', expression: `side <> 'MIXED'` })
@Check({
  name: 'recipient_side_of_the_organization',
  expression: `(side = 'POLICE') = (organization ~ '^PoliceOrganization:')`,
})
@Check({
  name: 'recipient_of_an_enterprise',
  expression: `(kind = 'ENTERPRISE') = (enterprise is not null)`,
})
@Directive('@key(fields: "id")')
@ObjectType('Recipient', {
  implements: HubRecord,
  description: both(
    'Đối tượng được đề nghị hoặc được khen; cá nhân chỉ có tên hiển thị, nơi làm việc và sự đồng ý',
    'Who is nominated or recognised; of an individual only a display name, the workplace and consent.',
  ),
})
export class Recipient extends HubRecord {
  @Field(() => RecipientKind, { description: both('Loại đối tượng', 'What kind of recipient.') })
  @Enum({ items: () => RecipientKind })
  kind!: RecipientKind;

  @Field(() => RecipientSide, { description: both('Bên được khen', 'On which side.') })
  @Enum({ items: () => RecipientSide })
  side!: RecipientSide;

  @Field(() => RecipientVisibility, {
    description: both('Mức công khai', 'How it may appear to the public.'),
  })
  @Enum({ items: () => RecipientVisibility })
  visibility!: RecipientVisibility;

  /** The enterprise itself, where the recipient is one. */
  @Property(refColumn(['Enterprise'], { nullable: true }))
  enterprise: string | null = null;

  /** The recipient itself, or where the collective or the individual works; of an enterprise, its union. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  organization!: string;

  /** Whose officer entered it. */
  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  registeredBy!: string;
}
