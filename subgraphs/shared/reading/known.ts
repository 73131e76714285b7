import type { EntityMetadata } from '@mikro-orm/core';
import { sql, type RawBuilder } from 'kysely';

/**
 * SQL of all rows of a table as the history knew them at the end of a day in Vietnam. What is no longer public today
 * is not told about the past either.
 */
export function knownSql(meta: EntityMetadata, day: string, keys?: readonly string[]): RawBuilder<unknown> {
  const table = sql.table(meta.tableName);
  const among = keys ? sql`v.key = any(${[...keys]}::uuid[])` : sql`true`;
  return sql`(
    select r.* from (
      select distinct on (v.key) v.content from record_version v
      join ${table} c on c.key = v.key and c.classification = 'PUBLIC'
      where v.type = ${meta.tableName} and ${among}
        and v.recorded_at < (${day}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      order by v.key, v.version desc
    ) latest cross join lateral jsonb_populate_record(null::${table}, latest.content) r
  )`;
}
