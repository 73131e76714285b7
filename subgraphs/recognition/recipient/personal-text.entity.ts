import { HubRecord } from '../../shared/record.js';
import { Nomination } from '../nomination/nomination.entity.js';
import { PersonalTextKind } from './recipient.enums.js';
import { Recipient } from './recipient.entity.js';
import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { ObjectType } from 'type-graphql';

/**
 * All that is said of a recipient in words: a display name, and what was written about a nomination. No history is kept
 * of this table, nothing of it is copied, and its rows are removed when they have to be forgotten; its own row-level
 * security decides alone who reads which. Source: domain rule, reads and privacy.
 */
@Entity({ tableName: 'personal_text' })
@Check({ name: 'personal_text_is_restricted', expression: `(classification = 'RESTRICTED') is true` })
@Check({ name: 'personal_text_belongs', expression: `(kind = 'NAME') = (nomination_key is null)` })
@Index({
  name: 'personal_text_once',
  expression: 'create unique index "personal_text_once" on "personal_text" ("about_key", "kind")',
})
@ObjectType()
export class PersonalText extends HubRecord {
  @Index()
  @ManyToOne(() => Recipient, { mapToPk: true, fieldName: 'recipient_key' })
  recipient!: string;

  @Index()
  @ManyToOne(() => Nomination, { mapToPk: true, fieldName: 'nomination_key', nullable: true })
  nomination: string | null = null;

  /** Key of the recipient, nomination or consultation that it tells of. */
  @Property({ type: 'uuid' })
  aboutKey!: string;

  @Enum({ items: () => PersonalTextKind })
  kind!: PersonalTextKind;

  @Property({ type: 'text' })
  text!: string;
}
