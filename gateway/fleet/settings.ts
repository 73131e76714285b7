import { RULES } from '../../schema/contract/settings.js';
import { text } from '../../schema/contract/text.js';
import { z } from 'zod';

/** What several gateways share through a Redis server; spread it into the settings of a process that is one of several. */
export const FLEET_SETTINGS = {
  /** Address of the Redis server that several gateways share, redis:// or rediss:// (TLS). Default: each process keeps to itself. */
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .optional()
    .register(
      RULES,
      text(
        'cần địa chỉ đầy đủ của máy chủ Redis, ví dụ rediss://redis.example:6379',
        'the whole address of a Redis server is needed, for example rediss://redis.example:6379',
      ),
    ),
  /** Begins the names of all that the gateways keep there; those with the same one share it. */
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,64}$/)
    .default('lien-thong')
    .register(
      RULES,
      text(
        'cần từ 1 đến 64 chữ cái không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới',
        '1 to 64 letters, digits, dots, hyphens or underscores are needed',
      ),
    ),
  /** Time for an answer of Redis; a server that takes longer counts as away. Unit: milliseconds. */
  REDIS_TIMEOUT_MS: z.coerce.number().int().min(10).max(10_000).default(250),
};

/** The values of {@link FLEET_SETTINGS}. */
export type FleetSettings = z.infer<z.ZodObject<typeof FLEET_SETTINGS>>;
