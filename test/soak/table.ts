import { clock } from './judge/violation.js';
import type { Row } from './load.js';

/** The columns of the table that the soak prints. */
const COLUMNS: Readonly<Record<string, (row: Row) => string | number>> = {
  until: ({ at }) => clock(at),
  answers: ({ times }) => times.length,
  whole: ({ whole }) => whole,
  partial: ({ partial }) => partial,
  wrong: ({ wrong }) => wrong,
  left: ({ left }) => left,
  streams: ({ streams }) => streams,
  events: ({ events }) => events,
  struck: ({ strikes }) => strikes,
  hindered: ({ hindered }) => hindered,
  'p50 ms': ({ times }) => quantile(times, 0.5),
  'p99 ms': ({ times }) => quantile(times, 0.99),
  'max ms': ({ times }) => quantile(times, 1),
  'loop p99 ms': ({ delayP99 }) => delayP99.toFixed(1),
  'memory MB': ({ residentBytes }) => megabytes(residentBytes),
  'in use MB': ({ liveBytes }) => megabytes(liveBytes),
  files: ({ openFiles }) => openFiles,
};

/** The head of the table. */
export const HEAD = `${line(Object.keys(COLUMNS))}\n${line(Object.keys(COLUMNS).map(() => '---'))}`;

/** A row of the table. */
export function rowOf(row: Row): string {
  return line(Object.values(COLUMNS).map((cell) => cell(row)));
}

function line(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function quantile(times: readonly number[], share: number): string {
  const sorted = Float64Array.from(times).toSorted();
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return (sorted[index] ?? Number.NaN).toFixed(0);
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
