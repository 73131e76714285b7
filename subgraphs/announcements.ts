import type { Logger } from '../schema/contract/log.js';
import type { Running } from '../schema/contract/process.js';
import { RULES } from '../schema/contract/settings.js';
import { text } from '../schema/contract/text.js';
import { outboxAt } from './shared/database/outbox.js';
import { listen } from './shared/events/listening.js';
import { ANNOUNCEMENTS_KEPT, type OpenSubgraph } from './shared/subgraph.js';
import { z } from 'zod';

const PAIR = /^([a-z]+)=(postgres(?:ql)?:\/\/\S+)$/;

/** Whom a subgraph process hears. */
export const ANNOUNCEMENT_SETTINGS = {
  /**
   * The databases of the other agencies, `union=postgresql://…,recognition=postgresql://…`, each with a role that may
   * read its outbox and nothing else. Without it the process hears nobody. No default.
   */
  ANNOUNCEMENTS_FROM: z
    .string()
    .transform((value) => value.split(',').filter(Boolean))
    .pipe(z.array(z.string().regex(PAIR)))
    .transform((pairs) => pairs.map((pair): readonly string[] => PAIR.exec(pair)?.slice(1) ?? []))
    .default([])
    .register(
      RULES,
      text(
        'cần danh sách tên=địa chỉ PostgreSQL, cách nhau bằng dấu phẩy',
        'a list of name=PostgreSQL address is needed, with commas between',
      ),
    ),
  /** How long announcements are kept that all have heard. Unit: days. Default: 90. */
  ANNOUNCEMENTS_KEPT_DAYS: z.coerce.number().int().min(1).max(3_650).default(ANNOUNCEMENTS_KEPT),
};

/** Lets the subgraph hear the agencies at these addresses, and says so in the log where it hears nobody. */
export function hearOthers(
  subgraph: OpenSubgraph,
  addresses: readonly (readonly string[])[],
  log: Logger,
): Running {
  if (addresses.length === 0) log.warn('ANNOUNCEMENTS_FROM is not set: other agencies are not heard');
  const heard = addresses.map(([source = '', url = '']) => {
    const outbox = outboxAt(source, url);
    return { outbox, listening: listen(source, subgraph.subscribe(outbox), log) };
  });
  return {
    stop: async () => {
      await Promise.all(
        heard.map(async ({ outbox, listening }) => {
          await listening.stop();
          await outbox.close();
        }),
      );
    },
  };
}
