import type { StartTime } from '../starts.js';
import type { Takeover } from '../takeover.js';
import { PAUSE_GOAL, START_GOAL, type Verdict } from './goals.js';
import type { Medians } from './medians.js';
import { table } from './table.js';

const MEGABYTE = 1_048_576;

/** A gateway whose core works less on a request than the load's was not at its limit. */
const LOAD_HEAD = [
  'gateway',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'calls/request',
  'memory MB',
  'its core, ms/request',
  'load’s core, ms/request',
  'failed',
];

/** The medians of one work. */
export function loadTable(medians: readonly Medians[], titles: ReadonlyMap<string, string>): string {
  return table(
    LOAD_HEAD,
    medians.map((each) => [
      titles.get(each.gateway) ?? each.gateway,
      each.throughput.toFixed(0),
      each.p50.toFixed(1),
      each.p99.toFixed(1),
      each.calls.toFixed(1),
      (each.residentBytes / MEGABYTE).toFixed(0),
      each.gatewayWork.toFixed(2),
      each.loadWork.toFixed(2),
      String(each.failed),
    ]),
  );
}

/** How long each gateway takes to its first answer. */
export function startTable(starts: readonly StartTime[]): string {
  return table(
    ['gateway', 'start to first answer, ms', 'goal'],
    starts.map(({ target, readyAfter }) => [
      target.title,
      readyAfter.toFixed(0),
      target.name === 'ours' ? within(readyAfter, START_GOAL) : '',
    ]),
  );
}

/** What a caller notices of a new supergraph. */
export function takeoverTable({ size, readyAfter, slowestBefore, slowestDuring }: Takeover): string {
  return table(
    ['supergraph of ours', 'measured', 'goal'],
    [
      ['size, KB', (size / 1_000).toFixed(0), ''],
      ['start to first answer, ms', readyAfter.toFixed(0), ''],
      ['slowest answer, nothing new, ms', slowestBefore.toFixed(1), ''],
      slowestDuring === undefined
        ? ['slowest answer while a new one is taken over, ms', 'none was taken over', '✗']
        : [
            'slowest answer while a new one is taken over, ms',
            slowestDuring.toFixed(1),
            within(slowestDuring, PAUSE_GOAL),
          ],
    ],
  );
}

/** What was to be reached beside the others, and whether it is. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  return table(
    ['', 'work', 'measure', 'ratio of', 'measured', 'goal', 'by time of their cores'],
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

function within(measured: number, most: number): string {
  return `${measured <= most ? '✓' : '✗'} ≤ ${most}`;
}
