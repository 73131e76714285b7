import { text, type Text } from '../../../contract/text.js';
import type { AffectedUse, CheckReport, Finding, SchemaChange, Severity } from '../../checks/report.js';
import { approveCommand } from '../../ownership/words.js';
import type { Paper, Style } from '../paper.js';

/** What a report is shown with. */
export interface ReportOptions {
  /** File of the SDL, for `file:line`. */
  readonly file?: string;
}

const MARKS: Readonly<Record<Severity, readonly [Style, string]>> = {
  ERROR: ['red', '✗'],
  WARNING: ['yellow', '!'],
  NOTE: ['dim', '·'],
};

/** The report of a check, for people: each finding with what would be right, and then what would change. */
export function reportPage(report: CheckReport, paper: Paper, options: ReportOptions = {}): string {
  const findings = report.findings.map((finding) => findingPage(finding, paper, options));
  return [...findings, ...changesPages(report, paper), verdict(report, paper)].join('\n');
}

function findingPage(finding: Finding, paper: Paper, { file }: ReportOptions): string {
  const { severity, code, coordinate, line, message, remedy, query, patch, clients, approval } = finding;
  const [style, mark] = MARKS[severity];
  const place = line === undefined ? (coordinate ?? '') : `${file ?? 'schema'}:${line}`;
  return [
    `${paper.mark(style, mark)} ${[paper.mark('bold', code), paper.mark('cyan', place)].filter(Boolean).join(' ')}`,
    indented(paper.say(message)),
    indented(`${paper.mark('green', '→')} ${paper.say(remedy)}`),
    ...(query ? [block(WORDS.query, query, paper)] : []),
    ...(patch ? [block(WORDS.patch, patch, paper)] : []),
    ...(clients ?? []).map((client) => indented(clientLine(client, paper))),
    ...(approval && !paper.say(remedy).includes('hub approve')
      ? [indented(paper.mark('dim', approveCommand(approval)))]
      : []),
  ].join('\n');
}

function clientLine(
  { client, version, operation, lastSeen, isRegistered }: AffectedUse,
  paper: Paper,
): string {
  const name = version ? `${client}@${version}` : client;
  const kind = paper.say(isRegistered ? WORDS.registered : WORDS.seen);
  return `${paper.mark('yellow', '⚡')} ${name}: ${operation} (${kind} ${lastSeen.slice(0, 10)})`;
}

function block(title: Text, words: string, paper: Paper): string {
  return [indented(paper.mark('dim', paper.say(title))), indented(indented(words.trim()))].join('\n');
}

const KINDS: Readonly<Record<SchemaChange['kind'], readonly [Style, string]>> = {
  BREAKING: ['red', '−'],
  DANGEROUS: ['yellow', '~'],
  SAFE: ['green', '+'],
};

/** What would change for clients and in contracts. */
export function changesPages(
  { changes, contracts, opened }: Pick<CheckReport, 'changes' | 'contracts' | 'opened'>,
  paper: Paper,
): readonly string[] {
  const lines = changes.map(({ kind, code, message }) => {
    const [style, mark] = KINDS[kind];
    return `  ${paper.mark(style, mark)} ${code} ${paper.say(message)}`;
  });
  const tags = contracts.map(
    ({ tag, change, coordinate }) => `  ${paper.mark('yellow', '#')} ${tag} ${change} ${coordinate}`,
  );
  const open = opened.map(
    (coordinate) => `  ${paper.mark('yellow', '○')} ${paper.say(WORDS.opened)} ${coordinate}`,
  );
  const all = [...lines, ...tags, ...open];
  return all.length === 0 ? [] : [paper.mark('bold', paper.say(WORDS.changes)), ...all];
}

function verdict({ passed, findings }: CheckReport, paper: Paper): string {
  const count = (severity: Severity): number => findings.filter((each) => each.severity === severity).length;
  const [errors, warnings] = [count('ERROR'), count('WARNING')];
  const words = text(`${errors} lỗi, ${warnings} cảnh báo`, `${errors} errors, ${warnings} warnings`);
  const said = `${paper.say(passed ? WORDS.passed : WORDS.failed)} (${paper.say(words)})`;
  return paper.mark(passed ? 'green' : 'red', said);
}

function indented(words: string): string {
  return words.replaceAll(/^/gm, '    ');
}

const WORDS = {
  query: text('Truy vấn nhỏ nhất không trả lời được:', 'The smallest query that cannot be answered:'),
  patch: text('Gợi ý sửa:', 'What would put it right:'),
  registered: text('đã đăng ký', 'registered'),
  seen: text('thấy lần cuối', 'last seen'),
  opened: text('giảm bảo vệ', 'protection lowered:'),
  changes: text('Thay đổi:', 'Changes:'),
  passed: text('Đạt', 'Passed'),
  failed: text('Không đạt', 'Failed'),
};
