import type { Tables } from '../../store/tables.js';
import type { UsageEvidence, UsedOperation } from '../evidence.js';
import { sql, type Kysely, type RawBuilder } from 'kysely';

/**
 * Since when use is recorded, and whether nothing is missing since an instant: nothing was left out, and there is no day
 * of which no gateway told.
 */
export async function recordOf(
  db: Kysely<Tables>,
  channel: string,
  since: Date,
): Promise<Pick<UsageEvidence, 'since' | 'isComplete'>> {
  const { rows } = await sql<{ began: Date | null; lost: string; told: number; due: number }>`
    with known as (
      select *, greatest((min(began_at) over ())::date, ${since.toISOString()}::timestamptz::date) as first
      from usage_day where channel = ${channel}
    )
    select min(began_at) as began,
      coalesce(sum(dropped) filter (where day >= first), 0) as lost,
      count(*) filter (where day >= first and day < current_date)::int as told,
      greatest(0, current_date - min(first))::int as due
    from known`.execute(db);
  const { began = null, lost = 0, told = 0, due = 0 } = rows[0] ?? {};
  return { since: began?.toISOString(), isComplete: Number(lost) === 0 && told >= due };
}

/** What verified clients ran since an instant. */
export async function operationsOf(
  db: Kysely<Tables>,
  channel: string,
  since: Date,
): Promise<readonly UsedOperation[]> {
  const { rows } = await sql<UsedOperation>`
    select signature, text, jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'client', client, 'version', nullif(version, ''), 'isRegistered', false, 'count', count,
      'lastSeen', to_char(last_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))) as uses
    from (
      select signature, client, version, max(last_seen) as last_seen, sum(count) as count
      from usage_use where channel = ${channel} and is_verified and last_seen >= ${since.toISOString()}
      group by signature, client, version
    ) as used join usage_operation using (signature)
    where usage_operation.channel = ${channel}
    group by signature, text order by signature`.execute(db);
  return rows;
}

/** An operation with its use as the database gives it. */
interface TopRow {
  readonly signature: string;
  readonly text: string;
  readonly count: string;
  readonly lastSeen: Date;
}

/** Asks for the most used operations of a channel. */
export function topOperations(channel: string, limit: number): RawBuilder<TopRow> {
  return sql<TopRow>`
    select signature, text, sum(count) as count, max(last_seen) as "lastSeen"
    from usage_use join usage_operation using (channel, signature)
    where channel = ${channel} group by signature, text
    order by sum(count) desc, signature limit ${limit}`;
}
