import { jsonColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { DisputeKind } from './dispute-vocabulary.js';
import { publishedCounts, type PublishedCounts } from './published-counts.js';
import { Entity, Enum, Property, Unique } from '@mikro-orm/decorators/legacy';

/**
 * The disputes of one kind that began in one year, those resolved or those not, as they were published once the year had
 * closed: never written anew, whatever is recorded later. No case lies in two of these tables, so none tells anything of
 * another.
 */
@Entity({ tableName: 'dispute_publication' })
@Unique({ properties: ['year', 'kind', 'isResolved'] })
export class DisputePublication extends HubRecord {
  /** Unit: year. */
  @Property({ type: 'integer' })
  year!: number;

  @Enum({ items: () => DisputeKind })
  kind!: DisputeKind;

  /** Whether it counts the cases that were resolved when the year closed, or the others. */
  @Property({ type: 'boolean' })
  isResolved!: boolean;

  /** The day at whose end the cases were counted. */
  @Property({ type: 'date' })
  countedOn!: string;

  @Property(jsonColumn(publishedCounts))
  counts!: PublishedCounts;
}
