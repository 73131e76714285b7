import { text } from '../../../contract/text.js';
import { packed } from '../archive/archive.js';
import { gathered } from '../archive/gather.js';
import { wrongUse } from '../call.js';
import type { Command } from '../command.js';
import { writeWhole } from '../files.js';
import { reaching, REACH_OPTIONS } from '../reach.js';

/** `hub export`: the registry's log with all of its texts in one file, to carry over an air gap. */
export const EXPORT: Command = {
  name: 'export',
  summary: text(
    'toàn bộ nhật ký và văn bản trong một tệp, kèm chữ ký chứng minh không thiếu gì',
    'the whole log with its texts in one file, with the signature that proves nothing is missing',
  ),
  options: [
    { name: 'out', value: 'file', isNeeded: true, summary: text('tệp xuất', 'the archive') },
    {
      name: 'after',
      value: 'number',
      summary: text(
        'chỉ phần sau mục này, cho sổ đăng ký đã có phần trước',
        'only what follows this entry, for a registry that has the rest',
      ),
    },
    ...REACH_OPTIONS,
  ],
  examples: ['export --out 2026-11-22.lienthong', 'export --out moi.lienthong --after 120'],
  run: (call) =>
    reaching(call, async (reach) => {
      const after = Number(call.option('after') ?? 0);
      if (!Number.isSafeInteger(after) || after < 0) throw wrongUse(AFTER);
      const archive = await gathered(call, reach, after);
      const bytes = packed(archive);
      const file = call.path(call.option('out') ?? '');
      await writeWhole(file, bytes);
      const { length } = archive.entries;
      const texts = Object.keys(archive.texts).length;
      return {
        result: { file, entries: length, texts, bytes: bytes.length },
        page: (paper) =>
          `${paper.mark('green', '✓')} ${file} (${paper.say(text(`${length} mục, ${texts} văn bản`, `${length} entries, ${texts} texts`))})`,
      };
    }),
};

const AFTER = text('--after cần số thứ tự của một mục.', '--after takes the number of an entry.');
