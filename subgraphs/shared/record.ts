import { globalId } from '../../schema/contract/ids.js';
import { both } from '../../schema/contract/text.js';
import { flagsColumn, provenanceColumn } from './database/columns.js';
import { Classification } from './values/classification.js';
import { DataQualityFlag } from './values/data-quality-flag.js';
import { DatePrecision } from './values/partial-date.js';
import { Provenance } from './values/provenance.js';
import { Validity } from './values/validity.js';
import { OptionalProps } from '@mikro-orm/core';
import { Check, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLISODateTime, ID, Int, Field, InterfaceType, ObjectType } from 'type-graphql';

/** Anything that can be looked up by its global id. */
@InterfaceType('Node', {
  autoRegisterImplementations: false,
  resolveType: typeOf,
  description: both(
    'Đối tượng tra cứu được bằng mã toàn cục',
    'Anything that can be looked up by its global id.',
  ),
})
export abstract class Node {
  @PrimaryKey({ type: 'uuid' })
  key!: string;

  @Field(() => ID, { description: both('Mã toàn cục, không đổi', 'Global id: opaque and permanent.') })
  get id(): string {
    return globalId({ type: this.constructor.name, key: this.key });
  }
}

/**
 * What every record of the hub carries: its key, who may read it, its version, where it comes from and what is doubtful.
 *
 * The history of versions is written by the database itself, see `database/history.ts`.
 */
@InterfaceType('Record', {
  implements: Node,
  autoRegisterImplementations: false,
  resolveType: typeOf,
  description: both('Bản ghi có xuất xứ và phiên bản', 'A record with its provenance and version.'),
})
export abstract class HubRecord extends Node {
  [OptionalProps]?: 'classification' | 'version' | 'recordedAt' | 'provenance' | 'dataQualityFlags' | 'id';

  @Field(() => Classification, { description: both('Phạm vi được đọc', 'Who may read it.') })
  @Enum({ items: () => Classification, default: Classification.PUBLIC })
  classification: Classification = Classification.PUBLIC;

  @Field(() => Int, { description: both('Phiên bản', 'Version; each correction adds one.') })
  @Property({ version: true, type: 'integer' })
  version!: number;

  @Field(() => GraphQLISODateTime, {
    description: both('Thời điểm ghi nhận', 'When this version was recorded.'),
  })
  @Property({ type: 'datetime', length: 3, defaultRaw: 'clock_timestamp()' })
  recordedAt!: Date;

  @Field(() => [Provenance], { description: both('Xuất xứ', 'Where it comes from.') })
  @Property(provenanceColumn())
  provenance: readonly Provenance[] = [];

  @Field(() => [DataQualityFlag], { description: both('Cảnh báo chất lượng', 'What is doubtful about it.') })
  @Property(flagsColumn())
  dataQualityFlags: readonly DataQualityFlag[] = [];
}

/** A record that held for a time. */
@Check({ name: 'valid_in_order', expression: 'valid_from < valid_to' })
@ObjectType({ implements: HubRecord })
export abstract class DatedRecord extends HubRecord {
  @Property({ type: 'date', nullable: true })
  validFrom: string | null = null;

  @Enum({ items: () => DatePrecision })
  validFromPrecision: DatePrecision = DatePrecision.UNKNOWN;

  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Enum({ items: () => DatePrecision })
  validToPrecision: DatePrecision = DatePrecision.UNKNOWN;

  @Field(() => Validity, { description: both('Thời gian có hiệu lực', 'When it held.') })
  get validity(): Validity {
    return {
      from: this.validFrom,
      fromPrecision: this.validFromPrecision,
      to: this.validTo,
      toPrecision: this.validToPrecision,
    };
  }
}

function typeOf(record: object): string {
  return record.constructor.name;
}
