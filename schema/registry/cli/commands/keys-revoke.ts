import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { DRY_RUN, reaching, REACH_OPTIONS, REASON, say } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub keys revoke` */
export const KEYS_REVOKE: Command = {
  name: 'keys revoke',
  summary: text(
    'thu hồi một khoá: từ đó mọi chữ ký mới của nó bị từ chối',
    'revokes a key: from then on no new signature of it counts',
  ),
  args: [{ name: 'kid', summary: text('mã khoá', 'id of the key') }],
  options: [REASON, ...REACH_OPTIONS, DRY_RUN],
  examples: ['keys revoke 2P0x… --reason "mất máy"'],
  run: (call) =>
    reaching(call, async (reach) =>
      answered(
        await say(call, reach, {
          kind: 'KEY_REVOKED',
          kid: call.needed(0),
          reason: call.option('reason') ?? '',
        }),
      ),
    ),
};
