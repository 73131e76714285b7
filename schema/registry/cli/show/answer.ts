import { text } from '../../../contract/text.js';
import type { StatementAnswer } from '../../client/registry-client.js';
import type { Outcome } from '../command.js';
import type { Paper } from '../paper.js';
import { reportPage, type ReportOptions } from './report.js';
import { shortOf } from './table.js';

/** What the registry made of a statement, as the outcome of a command. */
export function answered(answer: StatementAnswer, options: ReportOptions = {}): Outcome {
  return { result: answer, page: (paper) => answerPage(answer, paper, options) };
}

function answerPage(answer: StatementAnswer, paper: Paper, options: ReportOptions): string {
  const { entries, report, channel } = answer;
  const lines = entries.map(({ seq, kind, id }) => `  #${seq} ${kind} ${paper.mark('dim', id)}`);
  const points = channel && [
    `  ${paper.mark('bold', channel.channel)} → #${channel.number} ${paper.mark('dim', shortOf(channel.supergraph))}`,
  ];
  return [
    ...(report ? [reportPage(report, paper, options)] : []),
    paper.mark('green', `✓ ${paper.say(headOf(answer))}`),
    ...lines,
    ...(points ?? []),
  ].join('\n');
}

function headOf({ entries, isRepeated }: StatementAnswer) {
  if (isRepeated) return text('Đã được ghi từ trước.', 'It had been written before.');
  if (entries.length === 0) return text('Chạy thử: không ghi gì.', 'Dry run: nothing was written.');
  return text('Đã ghi vào sổ đăng ký.', 'Written into the registry.');
}
