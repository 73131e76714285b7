import { both } from '../../../schema/contract/text.js';
import { isDay, LocalDate } from './local-date.js';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';

/** How exactly a day is known. */
export enum DatePrecision {
  DAY = 'DAY',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(DatePrecision, {
  name: 'DatePrecision',
  description: both('Độ chính xác của ngày tháng', 'How exactly a date is known.'),
  valuesConfig: {
    DAY: { description: both('Biết đến ngày', 'Known to the day.') },
    MONTH: { description: both('Chỉ biết đến tháng', 'Known to the month.') },
    YEAR: { description: both('Chỉ biết đến năm', 'Known to the year.') },
    UNKNOWN: { description: both('Không rõ', 'Not known.') },
  },
});

/** Where a date comes from. */
export enum DateBasis {
  STATED = 'STATED',
  METADATA = 'METADATA',
  INFERRED = 'INFERRED',
}
registerEnumType(DateBasis, {
  name: 'DateBasis',
  description: both('Căn cứ xác định ngày tháng', 'Where a date comes from.'),
  valuesConfig: {
    STATED: { description: both('Nguồn nêu rõ', 'The source states it.') },
    METADATA: { description: both('Lấy từ siêu dữ liệu của bài viết', "Taken from the article's metadata.") },
    INFERRED: { description: both('Suy ra từ ngữ cảnh', 'Inferred from the context.') },
  },
});

/** A calendar date of which the day or the month may be unknown. */
@Directive('@shareable')
@ObjectType({
  description: both(
    'Ngày tháng có thể thiếu ngày hoặc tháng',
    'A date of which the day or the month may be unknown.',
  ),
})
export class PartialDate {
  @Field(() => LocalDate, {
    description: both('Ngày đầu của khoảng đã biết', 'First day of the known day, month or year.'),
  })
  readonly value!: string;

  @Field(() => DatePrecision, { description: both('Độ chính xác', 'How exactly it is known.') })
  readonly precision!: DatePrecision;

  @Field(() => DateBasis, { description: both('Căn cứ', 'Where it comes from.') })
  readonly basis!: DateBasis;
}

const PARTIAL = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const PRECISION = { 4: DatePrecision.YEAR, 7: DatePrecision.MONTH, 10: DatePrecision.DAY } as const;

/** Reads `2014-01-21`, `2023-12` or `2023`; null when the text is none of them, or no such day or month exists. */
export function partialDate(written: string, basis = DateBasis.STATED): PartialDate | null {
  const precision = PRECISION[written.length as keyof typeof PRECISION];
  const value = `${written}-01-01`.slice(0, 10);
  return precision && PARTIAL.test(written) && isDay(value) ? { value, precision, basis } : null;
}
