/**
 * SQL of what a subgraph keeps beside its records: the audit log, the outbox, the inbox and the answered mutations.
 * Callers reach them by the functions below alone, so none can change or forge what others wrote.
 *
 * - The audit log is a chain: each entry's digest is SHA-256 over the digest before it and its own text.
 * - Who writes to the log or the outbox holds the row of `chain_head` until the end of the transaction. So numbers are
 *   given out in the order in which transactions end, and a reader that has seen one number misses none below it.
 */
export const TELLING_SQL: readonly string[] = [
  `create table chain_head (
    only_row boolean primary key default true check (only_row),
    position bigint not null,
    digest bytea not null
  )`,
  `insert into chain_head (position, digest) values (0, sha256(''))`,
  `create table audit_entry (
    position bigint primary key,
    entry jsonb not null,
    digest bytea not null
  )`,
  `create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
   for each statement execute function refuse_loss()`,
  `create function record_audit(entry jsonb) returns void
   language plpgsql security definer set search_path = public, pg_temp as $$
  declare head chain_head; chained bytea; dated jsonb;
  begin
    select * into head from chain_head for update;
    dated := entry || jsonb_build_object('at', to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
    chained := sha256(head.digest || convert_to(dated::text, 'UTF8'));
    insert into audit_entry (position, entry, digest) values (head.position + 1, dated, chained);
    update chain_head set position = head.position + 1, digest = chained;
  end $$`,
  `create table outbox (
    id bigint generated always as identity primary key,
    entity text not null,
    kind text not null,
    content jsonb not null,
    announced_at timestamptz(3) not null default clock_timestamp()
  )`,
  `create function announce(entity text, kind text, content jsonb) returns void
   language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    perform from chain_head for update;
    insert into outbox (entity, kind, content) values (entity, kind, content);
  end $$`,
  `create table inbox (
    source text primary key,
    last_id bigint not null
  )`,
  `create table answered_mutation (
    subject text not null,
    key text not null,
    operation text not null,
    input_digest text not null,
    answer text,
    answered_at timestamptz(3) not null default clock_timestamp(),
    primary key (subject, key)
  )`,
  'alter table answered_mutation enable row level security',
  `create policy own on answered_mutation using (subject = caller_claim('subject'))`,
];
