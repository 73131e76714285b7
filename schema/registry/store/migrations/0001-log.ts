/**
 * The log and its texts. Both only grow: the database itself refuses to change or remove a row, whoever asks, and takes
 * an entry only right behind the last one.
 */
export const LOG: readonly string[] = [
  `create table content (
    address text primary key,
    text text not null,
    constraint content_is_at_its_address
      check (address = 'sha256:' || encode(sha256(convert_to(text, 'UTF8')), 'hex'))
  )`,
  `create table entry (
    seq bigint primary key,
    id text not null unique,
    kind text not null,
    jws text not null,
    recorded_at timestamptz(3) not null,
    previous text not null unique,
    hash text not null unique,
    decision bigint not null,
    constraint entry_is_at_its_address
      check (id = 'sha256:' || encode(sha256(convert_to(jws, 'UTF8')), 'hex'))
  )`,
  'create index entry_of_decision on entry (decision)',
  `create function only_grows() returns trigger language plpgsql as $$
  begin
    raise exception 'The log of the registry only grows: % of % is refused.', tg_op, tg_table_name;
  end $$`,
  `create function follows_the_last() returns trigger language plpgsql set search_path = public as $$
  declare
    last record;
  begin
    select seq, hash into last from entry order by seq desc limit 1;
    if new.seq <> coalesce(last.seq, 0) + 1
      or new.previous <> coalesce(last.hash, 'sha256:' || repeat('0', 64)) then
      raise exception 'Entry % does not follow the last one.', new.seq;
    end if;
    return new;
  end $$`,
  `create trigger entry_follows before insert on entry for each row execute function follows_the_last()`,
  ...['entry', 'content'].flatMap((table) => [
    `create trigger ${table}_only_grows before update or delete on ${table}
      for each row execute function only_grows()`,
    `create trigger ${table}_is_not_emptied before truncate on ${table}
      for each statement execute function only_grows()`,
    // Holds as well where a session says that it replays what another server wrote.
    `alter table ${table} enable always trigger ${table}_only_grows`,
    `alter table ${table} enable always trigger ${table}_is_not_emptied`,
    `revoke update, delete, truncate on ${table} from public`,
  ]),
];
