import { jsonColumn } from '../../shared/database/columns.js';
import { HubRecord } from '../../shared/record.js';
import { publishedTipCounts, type PublishedTipCounts } from './published-tip-counts.js';
import { Entity, Property, Unique } from '@mikro-orm/decorators/legacy';

/** The tips of one year as they were published once it had closed: never written anew, whatever is reported later. */
@Entity({ tableName: 'tip_publication' })
export class TipPublication extends HubRecord {
  /** Unit: year. */
  @Unique()
  @Property({ type: 'integer' })
  year!: number;

  /** The day at whose end the reports were counted. */
  @Property({ type: 'date' })
  countedOn!: string;

  @Property(jsonColumn(publishedTipCounts))
  counts!: PublishedTipCounts;
}
