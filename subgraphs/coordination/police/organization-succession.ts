import { both } from '../../../schema/contract/text.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { Document } from '../document/document.entity.js';
import { Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** How one organisation became another. Source: domain guide, section 4. */
export enum OrganizationSuccessionKind {
  CONTINUED_BY = 'CONTINUED_BY',
  MERGED_INTO = 'MERGED_INTO',
  SPLIT_INTO = 'SPLIT_INTO',
  FUNCTIONS_TO = 'FUNCTIONS_TO',
}
registerEnumType(OrganizationSuccessionKind, {
  name: 'OrganizationSuccessionKind',
  description: both('Cách kế tiếp giữa các tổ chức', 'How one organisation became another.'),
  valuesConfig: {
    CONTINUED_BY: { description: both('Được tiếp nối bởi', 'Continued by.') },
    MERGED_INTO: { description: both('Hợp nhất, sáp nhập vào', 'Merged into.') },
    SPLIT_INTO: { description: both('Chia tách thành', 'Split into.') },
    FUNCTIONS_TO: { description: both('Chuyển giao chức năng cho', 'Handed its functions to.') },
  },
});

/** One step from an organisation to its successor; each kind of organisation has a table of its own. */
@ObjectType({ implements: HubRecord })
export abstract class OrganizationSuccession extends HubRecord {
  /** Key of the organisation before. */
  abstract from: string;
  /** Key of the organisation after. */
  abstract to: string;

  @Field(() => OrganizationSuccessionKind, {
    description: both('Cách kế tiếp', 'How the one became the other.'),
  })
  @Enum({ items: () => OrganizationSuccessionKind })
  kind!: OrganizationSuccessionKind;

  @Field(() => LocalDate, { description: both('Ngày có hiệu lực', 'First day of the successor.') })
  @Property({ type: 'date' })
  effectiveOn!: string;

  /** Key of the legal document behind it. */
  @ManyToOne(() => Document, { mapToPk: true, fieldName: 'legal_basis_key', nullable: true })
  legalBasis: string | null = null;
}
