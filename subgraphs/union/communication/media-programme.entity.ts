import { both } from '../../../schema/contract/text.js';
import { refListColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { UnionOrganization } from '../organization/union-organization.entity.js';
import { MediaFrequency, MediaProgrammeKind } from './media-programme-kind.js';
import { OfficialChannel } from './official-channel.entity.js';
import { Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** What a union organisation regularly does in the media, by itself or with a station or the press. */
@Entity({ tableName: 'media_programme' })
@Directive('@key(fields: "id")')
@ObjectType('MediaProgramme', {
  implements: HubRecord,
  description: both(
    'Chuyên mục, chương trình truyền thông của tổ chức công đoàn',
    'What a union organisation regularly does in the media, by itself or with a station or the press.',
  ),
})
export class MediaProgramme extends NamedRecord {
  @Index()
  @ManyToOne(() => UnionOrganization, { mapToPk: true, fieldName: 'organization_key' })
  organization!: string;

  @Field(() => MediaProgrammeKind, { description: both('Loại chương trình', 'Its kind.') })
  @Enum({ items: () => MediaProgrammeKind })
  kind!: MediaProgrammeKind;

  @Field(() => MediaFrequency, {
    nullable: true,
    description: both('Định kỳ; trống khi nguồn không nêu', 'How often; null when the source does not say.'),
  })
  @Enum({ items: () => MediaFrequency, nullable: true })
  frequency: MediaFrequency | null = null;

  @Index()
  @ManyToOne(() => OfficialChannel, { mapToPk: true, fieldName: 'channel_key', nullable: true })
  channel: string | null = null;

  /** Stations and press outlets that take part. */
  @Index({ type: 'gin' })
  @Property(refListColumn(['PublicBody']))
  outlets: readonly string[] = [];

  @Field(() => String, { nullable: true, description: both('Dành cho ai', 'Whom it is for, in Vietnamese.') })
  @Property({ type: 'text', nullable: true })
  audienceVi: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both('Dành cho ai, tiếng Anh', 'Whom it is for, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  audienceEn: string | null = null;
}
