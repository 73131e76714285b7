import { both } from '../../../schema/contract/text.js';
import { refColumn } from '../../shared/database/columns.js';
import { ORGANIZATION_TYPES } from '../../shared/organization.js';
import { HubRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { TotalsKept } from '../../shared/reading/kept-totals.js';
import { DECISION_SYMBOL } from './decision-symbol.js';
import { Check, Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

/** A decision to award: a document of coordination, with its date and the office that signed it. */
@Entity({ tableName: 'decision' })
@TotalsKept()
@Check({ name: 'decision_is_cited', expression: 'num_nonnulls(document, symbol) > 0' })
@Check({ name: 'decision_symbol_has_a_number', expression: `symbol ~ '${DECISION_SYMBOL}'` })
@Directive('@key(fields: "id")')
@ObjectType('Decision', {
  implements: HubRecord,
  description: both('Quyết định khen thưởng', 'A decision to award, with its document, date and office.'),
})
export class Decision extends HubRecord {
  /** The document itself, where coordination has it; a decision that was made here is known by its symbol at first. */
  @Index()
  @Property(refColumn(['Document'], { nullable: true }))
  document: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: both(
      'Số, ký hiệu quyết định',
      'Symbol of the decision; null where only the document is known.',
    ),
  })
  @Property({ type: 'text', nullable: true })
  symbol: string | null = null;

  @Index()
  @Property(refColumn(ORGANIZATION_TYPES))
  authority!: string;

  @Field(() => LocalDate, { description: both('Ngày quyết định', 'Day of the decision.') })
  @Property({ type: 'date' })
  decidedOn!: string;

  @Field({ description: both('Chức vụ người ký', 'Office of the signatory, in Vietnamese.') })
  @Property({ type: 'text' })
  signatoryOfficeVi!: string;

  @Field(() => String, {
    nullable: true,
    description: both('Chức vụ người ký, tiếng Anh', 'Office of the signatory, in English.'),
  })
  @Property({ type: 'text', nullable: true })
  signatoryOfficeEn: string | null = null;
}
