import { HubError } from '../../../contract/errors.js';
import { text } from '../../../contract/text.js';
import type { Command } from '../command.js';
import { compositionExplained } from '../explain/composition.js';
import { EXPLANATIONS } from '../explain/explanations.js';

/** `hub explain`: what a code means, and what would be right. */
export const EXPLAIN: Command = {
  name: 'explain',
  summary: text(
    'giải thích một mã lỗi hay phát hiện: nghĩa, vì sao, thế nào là đúng',
    'explains a code of an error or a finding: what it means, why, what is right',
  ),
  args: [
    { name: 'code', isOptional: true, summary: text('mã; nếu không: mọi mã', 'the code; else all codes') },
  ],
  examples: ['explain OWNER_EXTENDED', 'explain STALE_BASE --lang en', 'explain'],
  async run(call) {
    const code = call.arg(0)?.toUpperCase();
    if (code === undefined)
      return { result: { codes: [...EXPLANATIONS.keys()] }, page: () => [...EXPLANATIONS.keys()].join('\n') };
    const explained = EXPLANATIONS.get(code) ?? (await compositionExplained(code));
    if (!explained) throw unknown(code);
    const { what, why, right } = explained;
    return {
      result: { code, ...explained },
      page: (paper) =>
        [
          paper.mark('bold', code),
          paper.say(what),
          ...(why ? [paper.say(why)] : []),
          `${paper.mark('green', '→')} ${paper.say(right)}`,
        ].join('\n'),
    };
  },
};

function unknown(code: string): HubError {
  const near = [...EXPLANATIONS.keys()].filter((each) => each.includes(code)).join(', ');
  const hint = near ? { vi: ` Gần giống: ${near}.`, en: ` Similar: ${near}.` } : { vi: '', en: '' };
  return new HubError(
    'NOT_FOUND',
    text(`Không có mã ${code}.${hint.vi}`, `There is no code ${code}.${hint.en}`),
    { code },
  );
}
