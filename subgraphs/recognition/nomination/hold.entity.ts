import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Nomination } from './nomination.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** Why a nomination waits. */
export enum HoldKind {
  DISCIPLINE = 'DISCIPLINE',
  INSPECTION = 'INSPECTION',
  COMPLAINT = 'COMPLAINT',
  PRESS_REPORT = 'PRESS_REPORT',
}
registerEnumType(HoldKind, {
  name: 'HoldKind',
  description: both('Lý do tạm dừng hồ sơ', 'Why a nomination waits.'),
  valuesConfig: {
    DISCIPLINE: { description: both('Đang xem xét kỷ luật', 'A disciplinary matter is open.') },
    INSPECTION: { description: both('Đang thanh tra, kiểm tra', 'An inspection is under way.') },
    COMPLAINT: { description: both('Đang giải quyết đơn thư', 'A complaint is being settled.') },
    PRESS_REPORT: {
      description: both('Đang xác minh thông tin báo chí', 'A press report is being verified.'),
    },
  },
});

/** That a nomination waits; its kind and its dates are all that is kept, and only the awards office sees it. */
@Entity({ tableName: 'nomination_hold' })
@Check({ name: 'nomination_hold_in_order', expression: 'held_on <= released_on' })
@Index({
  name: 'nomination_hold_open_once',
  expression:
    'create unique index "nomination_hold_open_once" on "nomination_hold" ("nomination_key") where released_on is null',
})
@Directive('@key(fields: "id")')
@ObjectType('Hold', {
  implements: HubRecord,
  description: both(
    'Việc tạm dừng một hồ sơ: chỉ loại và ngày',
    'That a nomination waits: its kind and dates alone.',
  ),
})
export class Hold extends HubRecord {
  @Index()
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key' })
  nomination!: string;

  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Field(() => HoldKind, { description: both('Lý do', 'Why it waits.') })
  @Enum({ items: () => HoldKind })
  kind!: HoldKind;

  @Field(() => LocalDate, { description: both('Từ ngày', 'First day.') })
  @Property({ type: 'date' })
  heldOn!: string;

  @Field(() => LocalDate, { nullable: true, description: both('Ngày thôi tạm dừng', 'Day of the release.') })
  @Property({ type: 'date', nullable: true })
  releasedOn: string | null = null;
}
