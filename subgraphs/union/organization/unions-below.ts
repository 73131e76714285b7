import type { OnDay } from '../../shared/reading/by-day.js';
import type { Reader } from '../../shared/reading/reader.js';
import { sql } from 'kysely';

/** Whether any union stands below one on a day or later. */
export async function hasUnionsBelow(read: Reader, { key, day }: OnDay): Promise<boolean> {
  const rows = await read.rows(sql<{ readonly key: string }>`
    select key from organization_parent
    where parent_key = ${key}::uuid and (valid_to is null or valid_to > ${day}::date) limit 1`);
  return rows.length > 0;
}
