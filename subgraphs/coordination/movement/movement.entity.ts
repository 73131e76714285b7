import { both } from '../../../schema/contract/text.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { MovementName, movementNamesColumn } from './movement-name.js';
import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** A mass movement in which both sides take part. Sources word the names differently; each movement is one record. */
@Entity({ tableName: 'movement' })
@Directive('@key(fields: "id")')
@ObjectType('Movement', {
  implements: HubRecord,
  description: both(
    'Phong trào quần chúng, phong trào thi đua',
    'A mass or emulation movement in which both sides take part.',
  ),
})
export class Movement extends NamedRecord {
  @Field(() => [MovementName], {
    description: both('Các cách ghi tên khác', 'Other wordings of the name, with their sources.'),
  })
  @Property(movementNamesColumn())
  variants: readonly MovementName[] = [];

  protected override names(): readonly (string | null)[] {
    return [...super.names(), ...this.variants.map(({ nameVi }) => nameVi)];
  }
}
