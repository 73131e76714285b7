import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub channel make` */
export const CHANNEL_MAKE: Command = {
  name: 'channel make',
  summary: text('mở một kênh mới (đơn vị vận hành)', 'makes a channel (operators)'),
  args: [{ name: 'channel', summary: text('tên kênh', 'name of the channel') }],
  options: [
    {
      name: 'description',
      value: 'text',
      isNeeded: true,
      summary: text('kênh dùng để làm gì', 'what it is for'),
    },
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: ['channel make staging --description "thử trước khi phát hành"'],
  run: (call) =>
    reaching(call, async (reach) => {
      const said = {
        kind: 'CHANNEL_MADE' as const,
        channel: call.needed(0),
        description: call.option('description') ?? '',
      };
      return answered(await say(call, reach, said));
    }),
};
