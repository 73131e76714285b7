import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import type { KeyView } from '../../../contract/release/wire.js';
import type { Style } from '../paper.js';
import { reaching, REACH_OPTIONS } from '../reach.js';
import { minuteOf, tableOf } from '../show/table.js';

const STYLES: Readonly<Record<KeyView['state'], Style>> = {
  VALID: 'green',
  EXPIRED: 'yellow',
  REVOKED: 'red',
};

/** `hub keys list` */
export const KEYS_LIST: Command = {
  name: 'keys list',
  summary: text('mọi khoá mà sổ đăng ký biết', 'every key that the registry knows'),
  options: REACH_OPTIONS,
  examples: ['keys list'],
  run: (call) =>
    reaching(call, async ({ registry, key }) => {
      const keys = await registry.keys();
      return {
        result: { own: key.kid, keys },
        page: (paper) =>
          tableOf(
            keys.map(({ kid, agency, role, state, addedAt, until, revokedAt }) => [
              kid === key.kid ? '*' : ' ',
              paper.mark('cyan', kid),
              agency ?? role ?? '',
              paper.mark(STYLES[state], state),
              minuteOf(addedAt),
              minuteOf(revokedAt ?? until ?? ''),
            ]),
          ),
      };
    }),
};
