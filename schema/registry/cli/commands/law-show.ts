import { text } from '../../../contract/text.js';
import { writeWhole } from '../files.js';
import type { Command } from '../command.js';
import { reaching, REACH_OPTIONS } from '../reach.js';

/** `hub law show` */
export const LAW_SHOW: Command = {
  name: 'law show',
  summary: text('luật sở hữu đang có hiệu lực', 'the law of ownership that holds'),
  options: [
    { name: 'out', value: 'file', summary: text('ghi vào tệp', 'writes it into a file') },
    ...REACH_OPTIONS,
  ],
  examples: ['law show', 'law show --out ownership.yaml'],
  run: (call) =>
    reaching(call, async ({ registry }) => {
      const law = await registry.law();
      const out = call.option('out');
      if (out !== undefined) await writeWhole(call.path(out), law.text);
      return {
        result: law,
        page: (paper) =>
          out === undefined ? law.text.trimEnd() : `${paper.mark('green', '✓')} ${out} ${law.address}`,
      };
    }),
};
