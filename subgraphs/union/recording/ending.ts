import { both, text } from '../../../schema/contract/text.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { DatedRecord } from '../../shared/record.js';
import { LocalDate } from '../../shared/values/local-date.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { ChangeInput } from '../../shared/writing/input.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { Field, InputType } from 'type-graphql';

/** Which record ended, and when. */
@InputType({ description: both('Bản ghi kết thúc và ngày kết thúc', 'Which record ended, and when.') })
export class EndRecordInput extends ChangeInput {
  @Field(() => LocalDate, {
    description: both('Ngày đầu tiên không còn hiệu lực', 'First day on which it is no more.'),
  })
  readonly on!: string;
}

/** Makes the work that ends a record of a class. What has ended is not ended again. */
export function endingOf<Row extends DatedRecord>(type: RecordClass<Row>) {
  return async (tx: Transaction, input: EndRecordInput): Promise<Row> => {
    const record = await tx.findExpected(type, input);
    endOn(record, input.on);
    return record;
  };
}

/** Ends a record on a day. @throws Refusal GUARD_FAILED when its end was set before, or lies before its beginning */
export function endOn(record: DatedRecord, day: string): void {
  guard(record.validTo === null, 'ended-once', text('Ngày kết thúc đã được ghi.', 'Its end is already set.'));
  guard(
    record.validFrom === null || record.validFrom < day,
    'valid_in_order',
    text('Ngày kết thúc phải sau ngày đầu.', 'The end must come after the first day.'),
  );
  Object.assign(record, { validTo: day, validToPrecision: DatePrecision.DAY });
}

/** A first day that is known to the day, as dated records hold it. */
export function since(day: string) {
  return { validFrom: day, validFromPrecision: DatePrecision.DAY };
}
