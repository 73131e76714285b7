/** What gateways saw of clients' operations; bounded and forgotten after a time, unlike the log. */
export const USAGE: readonly string[] = [
  `create table usage_batch (
    nonce text primary key,
    received_at timestamptz not null default now()
  )`,
  `create table usage_operation (
    channel text not null,
    signature text not null,
    text text not null,
    coordinates text[] not null,
    primary key (channel, signature)
  )`,
  `create table usage_use (
    channel text not null,
    signature text not null,
    client text not null,
    version text not null,
    is_verified boolean not null,
    day date not null,
    last_seen timestamptz not null,
    count bigint not null,
    primary key (channel, day, signature, client, version, is_verified),
    foreign key (channel, signature) references usage_operation
  )`,
  `create table usage_day (
    channel text not null,
    day date not null,
    began_at timestamptz not null,
    dropped bigint not null default 0,
    primary key (channel, day)
  )`,
];
