import { HubError } from '../../contract/errors.js';
import { text, type Text } from '../../contract/text.js';
import type { CheckReport } from '../checks/report.js';

/** Whose right it is to say a statement, when it is not the sender's. */
export function notYours(agency: string, words: Text): HubError {
  return new HubError('NOT_YOURS', words, { agency });
}

/** What a statement speaks of is not there. */
export function notFound(what: Text): HubError {
  return new HubError('NOT_FOUND', text(`Không có ${what.vi}.`, `There is no ${what.en}.`));
}

/** What a statement says holds already. */
export function alreadyDone(words: Text): HubError {
  return new HubError('ALREADY_DONE', words);
}

/** What a statement was made from is no longer what holds. */
export function movedOn(words: Text, details: Readonly<Record<string, unknown>> = {}): HubError {
  return new HubError('STALE_BASE', words, details);
}

/** A statement that nobody may make so. */
export function invalid(reason: string, words: Text): HubError {
  return new HubError('INVALID_STATEMENT', words, { reason });
}

/** A proposal did not pass: the report says why, the message names the first reasons. */
export function checkFailed(report: CheckReport): HubError {
  const errors = report.findings.filter(({ severity }) => severity === 'ERROR');
  const told = errors.slice(0, TOLD);
  const rest = errors.length > told.length ? `\n… (+${errors.length - told.length})` : '';
  const said = (language: keyof Text) =>
    told.map(({ message }) => `- ${message[language]}`).join('\n') + rest;
  return new HubError(
    'CHECK_FAILED',
    text(`Kiểm tra không đạt:\n${said('vi')}`, `The check failed:\n${said('en')}`),
    { report: withoutGraph(report) },
  );
}

/** Unit: reasons that a message names. */
const TOLD = 20;

/** The report without the composed graph, which stands elsewhere and is large. */
export function withoutGraph(report: CheckReport): CheckReport {
  return { ...report, composition: undefined };
}
