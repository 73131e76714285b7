import { both } from '../../../schema/contract/text.js';
import { partialDateColumn } from '../database/columns.js';
import { HubRecord } from '../record.js';
import { PartialDate } from '../values/partial-date.js';
import type { RegisteredAs } from '../values/provenance.js';
import { SourceStatus } from '../values/source.js';
import { Enum, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A source that an officer registered, as the agency that keeps the register and those that heard of it have it. */
@ObjectType({ implements: HubRecord })
export abstract class CitedSource extends HubRecord {
  @Field({ description: both('Nhan đề tiếng Việt', 'Its title in Vietnamese.') })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field({ description: both('Nhan đề tiếng Anh', 'Its title in English.') })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field({ description: both('Cơ quan, tổ chức công bố', 'The organisation that published it.') })
  @Property({ type: 'text' })
  publisher!: string;

  @Field(() => SourceStatus, { description: both('Tư cách của nguồn', 'Its standing.') })
  @Enum({ items: () => SourceStatus })
  status!: SourceStatus;

  @Field(() => PartialDate, { description: both('Thời điểm công bố', 'When it was published.') })
  @Property({ ...partialDateColumn(), nullable: false })
  publishedOn!: PartialDate;

  @Field(() => String, {
    nullable: true,
    description: both('Địa chỉ trên mạng, nếu có', 'Where it is on the web, if it is.'),
  })
  @Property({ type: 'text', nullable: true })
  url: string | null = null;
}

/** What a provenance tells of the source. */
export function citedAs({
  titleVi,
  titleEn,
  publisher,
  status,
  publishedOn,
  url,
}: CitedSource): RegisteredAs {
  return { titleVi, titleEn, statedBy: publisher, status, publishedOn, url };
}
