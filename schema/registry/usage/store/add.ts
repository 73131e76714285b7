import type { UsageBatch } from '../../../contract/release/wire.js';
import type { Tables } from '../../store/tables.js';
import type { UsageBounds } from './usage-store.js';
import { sql, type Transaction } from 'kysely';

/** How much of the room is kept for verified clients, whose use alone is evidence. Unit: share. */
const VERIFIED_ONLY = 0.25;

/** The room for what nobody verified: whatever anonymous clients send, verified use is recorded. */
function anonymousRoom(room: number): number {
  return Math.ceil(room * (1 - VERIFIED_ONLY));
}

/** Adds the operations that are new, as far as there is room. */
export async function addOperations(
  tx: Transaction<Tables>,
  { channel, operations }: UsageBatch,
  { operations: room }: Pick<UsageBounds, 'operations'>,
): Promise<void> {
  await addNew(tx, { channel, operations: operations.filter(isVerified), room });
  const others = operations.filter((each) => !isVerified(each));
  await addNew(tx, { channel, operations: others, room: anonymousRoom(room) });
}

function isVerified({ uses }: UsageBatch['operations'][number]): boolean {
  return uses.some((use) => use.isVerified);
}

interface Adding extends Pick<UsageBatch, 'channel' | 'operations'> {
  /** Unit: operations of the channel. */
  readonly room: number;
}

async function addNew(tx: Transaction<Tables>, { channel, operations, room }: Adding): Promise<void> {
  const rows = operations.map(({ signature, text, coordinates = [] }) => ({ signature, text, coordinates }));
  await sql`
    insert into usage_operation (channel, signature, text, coordinates)
    select ${channel}, signature, text, array(select jsonb_array_elements_text(coordinates))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(signature text, text text, coordinates jsonb)
    where not exists (
      select from usage_operation as known
      where known.channel = ${channel} and known.signature = given.signature)
    limit greatest(0, ${room} - (select count(*) from usage_operation where channel = ${channel}))
    on conflict do nothing`.execute(tx);
}

/** Adds how often clients ran them, as far as there is room. Answers what was left out. Unit: runs. */
export async function addUses(
  tx: Transaction<Tables>,
  { channel, operations }: UsageBatch,
  { perDay }: Pick<UsageBounds, 'perDay'>,
): Promise<number> {
  const uses = operations.flatMap(({ signature, uses }) => uses.map((use) => ({ signature, ...use })));
  const { rows } = await sql<{ lost: string }>`
    with given as (
      select signature, client, coalesce(version, '') as version, "isVerified" as is_verified, day,
        max("lastSeen") as last_seen, sum(count) as count
      from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as one(signature text, client text, version text,
        "isVerified" boolean, day date, "lastSeen" timestamptz, count bigint)
      group by 1, 2, 3, 4, 5
    ), looked_up as (
      select given.*, used.channel is not null as is_known
      from given
      join usage_operation as operation on operation.channel = ${channel} and operation.signature = given.signature
      left join usage_use as used on used.channel = ${channel} and used.day = given.day
        and used.signature = given.signature and used.client = given.client
        and used.version = given.version and used.is_verified = given.is_verified
    ), ranked as (
      select *, row_number() over (partition by day, is_known order by is_verified desc, count desc) as rank
      from looked_up
    ), kept as (
      select * from ranked
      where is_known or rank <= case when is_verified then ${perDay}::int else ${anonymousRoom(perDay)}::int end - (
        select count(*) from usage_use where channel = ${channel} and day = ranked.day)
    ), added as (
      insert into usage_use (channel, signature, client, version, is_verified, day, last_seen, count)
      select ${channel}, signature, client, version, is_verified, day, last_seen, count from kept
      on conflict (channel, day, signature, client, version, is_verified) do update
      set count = usage_use.count + excluded.count, last_seen = greatest(usage_use.last_seen, excluded.last_seen)
    )
    select coalesce((select sum(count) from given), 0) - coalesce((select sum(count) from kept), 0) as lost`.execute(
    tx,
  );
  return Number(rows[0]?.lost ?? 0);
}

/** Says from when on a day was recorded, and how much of it is missing; nobody can claim to have recorded for long. */
export async function addDays(tx: Transaction<Tables>, batch: UsageBatch, lost: number): Promise<void> {
  const { channel, since, until, dropped } = batch;
  await sql`
    insert into usage_day (channel, day, began_at, dropped)
    values (${channel}, ${until}::timestamptz::date, greatest(${since}, now() - interval '2 days'), ${dropped + lost})
    on conflict (channel, day) do update
    set dropped = usage_day.dropped + excluded.dropped,
      began_at = least(usage_day.began_at, excluded.began_at)`.execute(tx);
}
