import type { Gateway } from '../targets/gateway.js';
import type { Verdict } from './goals.js';
import type { Medians } from './medians.js';

const MEGABYTE = 1_048_576;

/** Lines of a Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** The medians of one work. */
export function workTable(medians: readonly Medians[], titles: ReadonlyMap<string, string>): string {
  const head = [
    'gateway',
    'requests/s',
    'p50 ms',
    'p99 ms',
    'memory MB',
    'core ms/request',
    'load ms/request',
    'failed',
  ];
  return table(
    head,
    medians.map((each) => [
      titles.get(each.gateway) ?? each.gateway,
      each.throughput.toFixed(0),
      each.p50.toFixed(1),
      each.p99.toFixed(1),
      (each.residentBytes / MEGABYTE).toFixed(0),
      each.gatewayWork.toFixed(2),
      each.loadWork.toFixed(2),
      String(each.failed),
    ]),
  );
}

/** How long each gateway took to its first answer. */
export function startTable(gateways: readonly Gateway[]): string {
  return table(
    ['gateway', 'start to first answer, ms'],
    gateways.map(({ target, readyAfter }) => [target.title, readyAfter.toFixed(0)]),
  );
}

/** What was to be reached, and whether it is. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return table(
    ['', 'work', 'measure', 'ratio of', 'measured', 'goal', 'by core time'],
    verdicts.map(({ isReached, work, measure, ours, peer, ratio, least, most, ratioByWork }) => [
      isReached ? '✓' : '✗',
      work,
      measure,
      `${ours} / ${peer}`,
      ratio.toFixed(2),
      least === undefined ? `≤ ${most}` : `≥ ${least}`,
      measure === 'throughput' ? ratioByWork.toFixed(2) : '',
    ]),
  );
}
