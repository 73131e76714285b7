import type { Names } from './names.js';
import type { Redis } from 'ioredis';

/** A token that is good no more. */
export interface Revoked {
  /** One of its `revocableNames`. */
  readonly name: string;
  /** When it expires. Unit: seconds since 1970. */
  readonly exp: number;
}

/** Tokens that may be revoked at once; each takes a few hundred bytes of every gateway. Unit: tokens. */
export const MAX_REVOKED = 100_000;
/** How many are read at once. Unit: tokens. */
const PAGE = 1_000;
/** Kept so much longer than the token is good, since clocks differ. Unit: seconds. */
const MARGIN_S = 600;

/** In one step: what expired makes room, the list lives as long as its last token, and all gateways are told. */
const REVOKE = `
local list, channel, name, exp, now, most = KEYS[1], ARGV[1], ARGV[2], ARGV[3], ARGV[4], tonumber(ARGV[5])
redis.call('ZREMRANGEBYSCORE', list, '-inf', '(' .. now)
local known = redis.call('ZSCORE', list, name)
if not known and redis.call('ZCARD', list) >= most then return 0 end
if not known or tonumber(known) < tonumber(exp) then redis.call('ZADD', list, exp, name) end
redis.call('EXPIREAT', list, redis.call('ZRANGE', list, -1, -1, 'WITHSCORES')[2])
redis.call('PUBLISH', channel, name .. ' ' .. exp)
return 1
`;

/** Revokes a token and tells all gateways. @returns whether there was room for it. */
export async function revoke(client: Redis, names: Names, { name, exp }: Revoked): Promise<boolean> {
  const until = exp + MARGIN_S;
  const { revoked, newlyRevoked } = names;
  return (await client.eval(REVOKE, 1, revoked, newlyRevoked, name, until, nowS(), MAX_REVOKED)) === 1;
}

/** Reads all tokens that are revoked, page by page. @throws Error when the server does not answer. */
export async function* revokedIn(
  client: Redis,
  { revoked }: Names,
): AsyncGenerator<readonly Revoked[], undefined> {
  for (let from = 0; from < MAX_REVOKED; from += PAGE) {
    const page = await client.zrangebyscore(revoked, nowS(), '+inf', 'WITHSCORES', 'LIMIT', from, PAGE);
    yield revokedOn(page);
    if (page.length < PAGE * 2) return;
  }
}

/** A page holds each name before its time. */
function revokedOn(page: readonly string[]): readonly Revoked[] {
  return page.flatMap((name, at) => (at % 2 === 0 ? [{ name, exp: Number(page[at + 1]) }] : []));
}

const MESSAGE = /^(\S{1,100}) (\d{1,12})$/;

/** The token that a message on the channel tells of; `null` for a message of another form. */
export function revokedBy(message: string): Revoked | null {
  const [, name, exp] = MESSAGE.exec(message) ?? [];
  return name && exp ? { name, exp: Number(exp) } : null;
}

function nowS(): number {
  return Math.floor(Date.now() / 1_000);
}
