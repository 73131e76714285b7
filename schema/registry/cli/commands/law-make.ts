import { addressOf } from '../../../contract/release/address.js';
import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { DRY_RUN, reaching, REACH_OPTIONS, say } from '../reach.js';
import { answered } from '../show/answer.js';

/** `hub law make` */
export const LAW_MAKE: Command = {
  name: 'law make',
  summary: text(
    'ban hành luật sở hữu mới (đơn vị vận hành); lấy một kiểu của chủ quản cần chấp thuận CEDE của họ',
    'makes a new law of ownership (operators); taking a type from its owner needs its approval CEDE',
  ),
  args: [{ name: 'file', summary: text('tệp ownership.yaml', 'the file ownership.yaml') }],
  options: [
    { name: 'message', value: 'text', isNeeded: true, summary: text('điều gì đổi', 'what changes') },
    ...REACH_OPTIONS,
    DRY_RUN,
  ],
  examples: ['law make ownership.yaml --message "thêm cơ quan insurance" --dry-run'],
  run: (call) =>
    reaching(call, async (reach) => {
      const law = await call.file(call.needed(0));
      const said = { kind: 'LAW_MADE' as const, law: addressOf(law), message: call.option('message') ?? '' };
      return answered(await say(call, reach, said, { texts: [law] }));
    }),
};
