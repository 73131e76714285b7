import { RULES } from '../../schema/contract/settings.js';
import { text } from '../../schema/contract/text.js';
import { words } from '../door/words.js';
import { isNetwork } from './networks.js';
import { z } from 'zod';

const perMinute = z.coerce.number().int().min(0).max(1_000_000_000).default(0);

/** How much one caller may ask; spread it into the settings of a process that answers clients. */
export const RATE_SETTINGS = {
  /** Operations of one caller within a minute; 0 sets no limit. Unit: operations. */
  RATE_LIMIT_PER_MINUTE: perMinute,
  /** Estimated cost of the operations of one caller within a minute; 0 sets no limit. Unit: objects. */
  RATE_LIMIT_COST_PER_MINUTE: perMinute,
  /** Networks or addresses of the proxies before the gateway, with commas between, whose `x-forwarded-for` is believed. Default: none. */
  TRUSTED_PROXIES: words
    .pipe(z.array(z.string().refine(isNetwork)))
    .optional()
    .register(
      RULES,
      text(
        'cần các dải mạng cách nhau bằng dấu phẩy, ví dụ 10.0.0.0/8,fd00::/8',
        'networks with commas between are needed, for example 10.0.0.0/8,fd00::/8',
      ),
    ),
};

/** The values of {@link RATE_SETTINGS}. */
export type RateSettings = z.infer<z.ZodObject<typeof RATE_SETTINGS>>;
