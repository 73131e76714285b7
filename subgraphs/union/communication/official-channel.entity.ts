import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** By what means an organisation speaks to the public. */
export enum ChannelKind {
  FACEBOOK = 'FACEBOOK',
  ZALO = 'ZALO',
  TIKTOK = 'TIKTOK',
  PORTAL = 'PORTAL',
  RADIO = 'RADIO',
  TELEVISION = 'TELEVISION',
  PRESS = 'PRESS',
}
registerEnumType(ChannelKind, {
  name: 'ChannelKind',
  description: both('Loại kênh thông tin', 'By what means an organisation speaks to the public.'),
  valuesConfig: {
    FACEBOOK: { description: both('Trang Facebook', 'Facebook page.') },
    ZALO: { description: both('Zalo', 'Zalo.') },
    TIKTOK: { description: both('TikTok', 'TikTok.') },
    PORTAL: { description: both('Cổng thông tin điện tử', 'Electronic portal.') },
    RADIO: { description: both('Phát thanh', 'Radio.') },
    TELEVISION: { description: both('Truyền hình', 'Television.') },
    PRESS: { description: both('Báo, tạp chí', 'Newspaper or magazine.') },
  },
});

/** A channel through which a union organisation speaks to the public. */
@Entity({ tableName: 'official_channel' })
@Directive('@key(fields: "id")')
@ObjectType('OfficialChannel', {
  implements: HubRecord,
  description: both(
    'Kênh thông tin chính thức của tổ chức công đoàn',
    'A channel through which a union organisation speaks to the public.',
  ),
})
export class OfficialChannel extends NamedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;

  @Field(() => ChannelKind, { description: both('Loại kênh', 'Its kind.') })
  @Enum({ items: () => ChannelKind })
  kind!: ChannelKind;

  @Field(() => String, {
    nullable: true,
    description: both('Tần số, kể cả đơn vị', 'Frequency, with its unit, as the source writes it.'),
  })
  @Property({ type: 'text', nullable: true })
  frequency: string | null = null;

  /** Who runs the channel where the organisation does not run it itself. */
  @Property(refColumn(['PublicBody'], { nullable: true }))
  operator: string | null = null;
}
