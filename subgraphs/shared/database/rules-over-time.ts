/** Types of the columns that rules over time are about, by the name of their range type. */
export type RangeType = 'uuid_range' | 'text_range';

/**
 * SQL of what rules over time need: range types over uuid and text, which stand in for the extension btree_gist that not
 * every server has, and the days that a partial date may mean, without end where its precision is unknown.
 */
export const TIME_SQL: readonly string[] = [
  'create type uuid_range as range (subtype = uuid)',
  'create type text_range as range (subtype = text, collation = "C")',
  `create function days_of(partial_date jsonb) returns daterange language sql stable as $$
    select daterange(first_day, case partial_date->>'precision'
      when 'DAY' then first_day + 1
      when 'MONTH' then (first_day + interval '1 month')::date
      when 'YEAR' then (first_day + interval '1 year')::date
    end)
    from (select (partial_date->>'value')::date as first_day) known
  $$`,
];

/** SQL of a rule over time: no two rows of the table with the same `column` hold on the same day. */
export function neverTwoAtOnce(table: string, column: string, range: RangeType = 'uuid_range'): string {
  return `alter table ${table} add constraint ${table}_${column}_one_per_day exclude using gist
    (${range}(${column}, ${column}, '[]') with &&, daterange(valid_from, valid_to) with &&)`;
}
