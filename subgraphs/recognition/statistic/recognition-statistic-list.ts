import { pageOf, type Connection, type PageArgs } from '../../shared/page.js';
import { isGiven } from '../../shared/reading/asked.js';
import { connectionFrom } from '../../shared/reading/connection.js';
import { cursorOf } from '../../shared/reading/cursor.js';
import type { Listing } from '../../shared/reading/listing.js';
import type { Reader } from '../../shared/reading/reader.js';
import { DerivedQuantity, vaguest } from '../../shared/values/quantity.js';
import { RecognitionBatch } from '../batch/recognition-batch.entity.js';
import { RecognitionStatistic } from './recognition-statistic.js';
import { BY_GROUP, countOf, groupsOn, type Group } from './recognition-statistic.repository.js';

/** One page of the totals of the listed batches. @throws HubError INVALID_PAGE, INVALID_CURSOR */
export async function statisticsOf(
  read: Reader,
  listing: Pick<Listing, 'filters' | 'asKnownOn'>,
  args: PageArgs,
): Promise<Connection<RecognitionStatistic>> {
  const page = pageOf(args);
  const batches = read.listed(RecognitionBatch, listing);
  const counted = { batches, areOfHistory: isGiven(listing.asKnownOn) };
  return connectionFrom(page, {
    found: await groupsOn(read, counted, page),
    cursorOf: ({ position, formKey }) => cursorOf(BY_GROUP, { value: position, key: formKey }),
    nodeOf: statistic,
    count: () => countOf(read, counted),
  });
}

function statistic(group: Group): RecognitionStatistic {
  return Object.assign(new RecognitionStatistic(), {
    ...group,
    batchCount: Number(group.batches),
    count: group.isOpen ? null : totalOf(group),
  });
}

function totalOf({ total, comparators, operands, batches }: Group): DerivedQuantity {
  const isWhole = operands.length === Number(batches);
  return Object.assign(new DerivedQuantity(), {
    value: Number(total),
    comparator: vaguest(comparators),
    unit: 'recognitions',
    text: null,
    formula: [...operands, ...(isWhole ? [] : ['…'])].join(' + '),
  });
}
