import { both } from '../../../schema/contract/text.js';
import { jsonColumn } from '../../shared/database/columns.js';
import { NamedRecord } from '../../shared/named-record.js';
import { HubRecord } from '../../shared/record.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { UnionLevel } from './union-level.js';
import { Check, Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';
import { z } from 'zod';

/**
 * A union organisation at one level, for as long as it lasted; what follows it is another organisation.
 *
 * Whom it belongs to and where it is responsible are relations of their own: the one does not follow from the other.
 */
@Entity({ tableName: 'union_organization' })
@TotalsKept('level')
@Check({
  name: 'planned_has_a_day',
  expression: 'not is_planned or (valid_from is not null and valid_to is null)',
})
@Directive('@key(fields: "id")')
@ObjectType('UnionOrganization', {
  implements: HubRecord,
  description: both('Tổ chức công đoàn', 'A union organisation at any level, for as long as it lasted.'),
})
export class UnionOrganization extends NamedRecord {
  @Field(() => UnionLevel, { description: both('Cấp công đoàn', 'Its level.') })
  @Enum({ items: () => UnionLevel })
  level!: UnionLevel;

  @Field(() => String, { nullable: true, description: both('Tên viết tắt', 'Abbreviated name.') })
  @Property({ type: 'text', nullable: true })
  abbreviation: string | null = null;

  @Field(() => [String], {
    description: both('Các tên gọi khác dùng để tra cứu', 'Other names by which it is found.'),
  })
  @Property({ ...jsonColumn(z.array(z.string().min(1))), default: '[]' })
  otherNames: readonly string[] = [];

  /** Whether it is only planned: it begins by being activated, and no day before is one of its own. */
  @Property({ type: 'boolean', default: false })
  isPlanned: boolean = false;

  protected override names(): readonly (string | null)[] {
    return [this.nameVi, this.nameEn, this.abbreviation, ...this.otherNames];
  }
}
