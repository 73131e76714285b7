import { both } from '../../schema/contract/text.js';
import { exactKey, searchKey, sortKey } from './fold.js';
import { DatedRecord, HubRecord } from './record.js';
import { BeforeCreate, BeforeUpdate, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A record that held for a time and is found by its names. */
@ObjectType({ implements: HubRecord })
export abstract class NamedRecord extends DatedRecord {
  @Field({ description: both('Tên tiếng Việt', 'Name in Vietnamese.') })
  @Property({ type: 'text' })
  nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  @Property({ type: 'text', nullable: true })
  nameEn: string | null = null;

  /** Every name on a line of its own, folded; see `fold.ts`. */
  @Property({ type: 'text' })
  searchKey!: string;

  /** Order of the Vietnamese name. */
  @Property({ type: 'text' })
  sortKey!: string;

  /** Every name, the main one first, comparable but for case and tone placement. */
  @Property({ type: 'array', columnType: 'text[]' })
  exactKeys!: string[];

  /** All names by which the record is found, the main one first. */
  protected names(): readonly (string | null)[] {
    return [this.nameVi, this.nameEn];
  }

  @BeforeCreate()
  @BeforeUpdate()
  foldNames(): void {
    const names = this.names().filter((name) => name !== null);
    this.searchKey = names.map(searchKey).join('\n');
    this.sortKey = sortKey(this.nameVi);
    this.exactKeys = names.map(exactKey);
  }
}
