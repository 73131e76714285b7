import type { SharedTexts } from '../trusted/registered.js';
import type { Link } from './link.js';
import type { Names } from './names.js';

/** Texts that are shared at once. Unit: texts. */
const MAX_TEXTS = 10_000;
/** Longest text that is shared; longer ones are known only where they were registered. Unit: characters. */
const MAX_LENGTH = 16_384;
/** How long they are kept after the last registration. Unit: seconds. */
const KEPT_S = 604_800;

/** In one step, so that no text is there that is not counted: the oldest ones make room. */
const KEEP = `
local texts, ages, id, text, now, most, kept = KEYS[1], KEYS[2], unpack(ARGV)
redis.call('HSET', texts, id, text)
redis.call('ZADD', ages, now, id)
local excess = redis.call('ZCARD', ages) - tonumber(most)
if excess > 0 then
  for _, old in ipairs(redis.call('ZRANGE', ages, 0, excess - 1)) do
    redis.call('HDEL', texts, old)
    redis.call('ZREM', ages, old)
  end
end
redis.call('EXPIRE', texts, kept)
redis.call('EXPIRE', ages, kept)
return 1
`;

/** Shares the texts that clients register at any gateway; while Redis is away, nobody else's are found. */
export function sharedTexts(link: Link, { documents, documentsByAge }: Names): SharedTexts {
  return {
    find: (id) => link.run((client) => client.hget(documents, id)).catch(() => null),
    keep(id, text) {
      if (text.length > MAX_LENGTH) return;
      const values = [id, text, Date.now(), MAX_TEXTS, KEPT_S];
      link.run((client) => client.eval(KEEP, 2, documents, documentsByAge, ...values)).catch(() => undefined);
    },
  };
}
