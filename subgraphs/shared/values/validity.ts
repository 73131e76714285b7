import { both } from '../../../schema/contract/text.js';
import { LocalDate } from './local-date.js';
import { DatePrecision } from './partial-date.js';
import { Directive, Field, ObjectType } from 'type-graphql';

/** The days on which something held: from the first day, up to but not including the last. */
@Directive('@shareable')
@ObjectType({
  description: both(
    'Thời gian có hiệu lực, nửa khoảng: tính cả ngày đầu, không tính ngày cuối',
    'Valid time, half-open: the first day counts, the end day does not.',
  ),
})
export class Validity {
  @Field(() => LocalDate, { nullable: true, description: both('Ngày đầu', 'First day; null when unknown.') })
  readonly from!: string | null;

  @Field(() => DatePrecision, {
    description: both('Độ chính xác của ngày đầu', 'How exactly the first day is known.'),
  })
  readonly fromPrecision!: DatePrecision;

  @Field(() => LocalDate, {
    nullable: true,
    description: both('Ngày hết hiệu lực', 'First day on which it no longer held; null while it holds.'),
  })
  readonly to!: string | null;

  @Field(() => DatePrecision, {
    description: both('Độ chính xác của ngày cuối', 'How exactly the end is known.'),
  })
  readonly toPrecision!: DatePrecision;
}

/** Something that held for a time. */
export interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Whether it held on `day`. */
export function heldOn({ validFrom, validTo }: Dated, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

/**
 * The day that a question about a record means: the asked one, else today, or for what has ended its last day,
 * and for what has not begun its first.
 */
export function dayMeant({ validFrom, validTo }: Dated, asked: string | undefined, today: string): string {
  if (asked) return asked;
  if (validTo !== null && validTo <= today) return dayBefore(validTo);
  return validFrom !== null && validFrom > today ? validFrom : today;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
