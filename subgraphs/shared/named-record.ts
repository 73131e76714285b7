import { HubError } from '../../schema/contract/errors.js';
import { both, text } from '../../schema/contract/text.js';
import { exactKey, searchKey, sortKey } from './fold.js';
import { DatedRecord, HubRecord } from './record.js';
import { BeforeCreate, BeforeUpdate, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** What an index may hold of one record's names; PostgreSQL refuses rows of an index above 2,704. Unit: bytes. */
const MOST_INDEXED = 2_500;

/** A record that held for a time and is found by its names. */
@ObjectType({ implements: HubRecord })
export abstract class NamedRecord extends DatedRecord {
  @Field({ description: both('Tên tiếng Việt', 'Name in Vietnamese.') })
  @Property({ type: 'text' })
  nameVi!: string;

  @Field(() => String, { nullable: true, description: both('Tên tiếng Anh', 'Name in English.') })
  @Property({ type: 'text', nullable: true })
  nameEn: string | null = null;

  /** Every name on a line of its own, folded, those that are then the same once; see `fold.ts`. */
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

  /** @throws HubError INVALID_INPUT when the names together are longer than an index of names holds. */
  @BeforeCreate()
  @BeforeUpdate()
  foldNames(): void {
    const names = this.names().filter((name) => name !== null);
    this.searchKey = [...new Set(names.map(searchKey))].join('\n');
    this.sortKey = sortKey(this.nameVi);
    this.exactKeys = names.map(exactKey);
    requireIndexable([this.searchKey + this.sortKey, ...this.exactKeys]);
  }
}

function requireIndexable(keys: readonly string[]): void {
  const found = Math.max(...keys.map((key) => Buffer.byteLength(key)));
  if (found <= MOST_INDEXED) return;
  throw new HubError(
    'INVALID_INPUT',
    text(
      'Các tên của hồ sơ cộng lại quá dài để tra cứu: hãy rút gọn tên hoặc bớt tên khác.',
      'The names of the record are too long together to be searched: shorten them or leave out other names.',
    ),
    { field: 'nameVi', allowed: MOST_INDEXED, found },
  );
}
