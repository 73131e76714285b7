import { both } from '../../../schema/contract/text.js';
import { quantityColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { Quantity } from '../../shared/values/quantity.js';
import { Activity } from './activity.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** What carries a message. */
export enum CommunicationProductKind {
  LEAFLET = 'LEAFLET',
  PANEL = 'PANEL',
  POSTER = 'POSTER',
  AUDIO_FILE = 'AUDIO_FILE',
  ARTICLE = 'ARTICLE',
}
registerEnumType(CommunicationProductKind, {
  name: 'CommunicationProductKind',
  description: both('Loại sản phẩm tuyên truyền', 'What carries a message.'),
  valuesConfig: {
    LEAFLET: { description: both('Tờ gấp, tờ rơi', 'Leaflets and flyers.') },
    PANEL: { description: both('Pa nô', 'Panels.') },
    POSTER: { description: both('Áp phích', 'Posters.') },
    AUDIO_FILE: { description: both('File âm thanh', 'Audio files.') },
    ARTICLE: { description: both('Tin, bài', 'Articles.') },
  },
});

/** One kind of product that an activity brought forth, with its number where a source gives one. */
@Entity({ tableName: 'communication_product' })
@Directive('@key(fields: "id")')
@ObjectType('CommunicationProduct', {
  implements: HubRecord,
  description: both('Sản phẩm tuyên truyền', 'A communication product of an activity.'),
})
export class CommunicationProduct extends HubRecord {
  @Index()
  @ManyToOne(() => Activity, { mapToPk: true, fieldName: 'activity_key' })
  activity!: string;

  @Field(() => CommunicationProductKind, { description: both('Loại sản phẩm', 'What it is.') })
  @Enum({ items: () => CommunicationProductKind })
  kind!: CommunicationProductKind;

  /** Unit: as the quantity says, such as leaflets a year. */
  @Field(() => Quantity, {
    nullable: true,
    description: both('Số lượng; trống khi nguồn không nêu', 'How many; null when no source says.'),
  })
  @Property(quantityColumn({ nullable: true }))
  quantity: Quantity | null = null;
}
