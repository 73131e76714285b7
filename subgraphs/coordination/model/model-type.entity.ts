import { both } from '../../../schema/contract/text.js';
import { jsonColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

/** A kind of model that is replicated, such as the self-managed team of a lodging quarter; each is one record. */
@Entity({ tableName: 'model_type' })
@Unique({ name: 'model_type_registered_once', properties: ['sortKey'] })
@Directive('@key(fields: "id")')
@ObjectType('ModelType', {
  implements: HubRecord,
  description: both(
    'Loại mô hình được nhân rộng, ví dụ tổ tự quản khu nhà trọ',
    'A kind of model that is replicated, such as the self-managed team of a lodging quarter.',
  ),
})
export class ModelType extends NamedRecord {
  @Field(() => [String], { description: both('Các cách gọi khác', 'Other wordings of the name.') })
  @Property({ ...jsonColumn<readonly string[]>(z.array(z.string().min(1))), default: '[]' })
  variants: readonly string[] = [];

  protected override names(): readonly (string | null)[] {
    return [...super.names(), ...this.variants];
  }
}
