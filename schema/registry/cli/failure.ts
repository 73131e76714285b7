import type { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import type { CheckReport } from '../checks/report.js';
import type { Paper } from './paper.js';
import { reportPage } from './show/report.js';

/** A refusal for people: what is wrong, the report where a check failed, and where to read more. */
export function failureOf(error: HubError, paper: Paper): string {
  const { code, text: message, details } = error;
  const report = details['report'] as CheckReport | undefined;
  const mark = paper.mark('red', code === 'ALREADY_DONE' ? '·' : '✗');
  const head = report ? reportPage(report, paper) : `${mark} ${paper.say(message)}`;
  return [head, paper.mark('dim', `${code} — ${paper.say(MORE)} hub explain ${code}`)].join('\n');
}

const MORE = text('xem', 'see');
