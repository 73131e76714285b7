import type { Filter } from '../../shared/reading/filter.js';
import type { Reader } from '../../shared/reading/reader.js';
import { StandardRecognition } from './standard-recognition.entity.js';
import { StandardGrade } from './standard-recognition.enums.js';
import { StandardStatistic } from './standard-statistic.js';
import { sql } from 'kysely';

/** Most groups of one answer: three grades of some standards over some decades. Unit: rows. */
const MOST_GROUPS = 500;

/** Counts the yearly recognitions of a list per standard, year and grade, newest year first. */
export async function standardCounts(
  read: Reader,
  filters: readonly Filter[],
): Promise<readonly StandardStatistic[]> {
  const rows = read.listed(StandardRecognition, { filters });
  const groups = await read.rows(sql<Omit<StandardStatistic, 'certainty'>>`
    select r.standard_key as "standardKey", r.year, r.grade, count(*)::int as count
    from ${rows} r group by r.standard_key, r.year, r.grade
    order by r.year desc, r.standard_key, array_position(${Object.values(StandardGrade)}::text[], r.grade)
    limit ${MOST_GROUPS}`);
  return groups.map((group) => Object.assign(new StandardStatistic(), group));
}
