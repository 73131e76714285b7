import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { reaching, REACH_OPTIONS } from '../reach.js';
import { minuteOf, shortOf, tableOf } from '../show/table.js';

/** `hub channel list` */
export const CHANNEL_LIST: Command = {
  name: 'channel list',
  summary: text('mọi kênh', 'all channels'),
  options: REACH_OPTIONS,
  examples: ['channel list'],
  run: (call) =>
    reaching(call, async ({ registry }) => {
      const channels = await registry.channels();
      return {
        result: { channels },
        page: (paper) =>
          tableOf(
            channels.map(({ name, number, composed, movedAt, description }) => [
              paper.mark('bold', name),
              number === null ? '—' : `#${number}`,
              composed ? shortOf(composed) : '',
              movedAt ? minuteOf(movedAt) : '',
              description,
            ]),
          ),
      };
    }),
};
