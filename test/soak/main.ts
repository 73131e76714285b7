import { soak, type Minute } from './soak.js';
import { parseArgs } from 'node:util';

/** `npm run soak -- [--minutes 10]`: prints a table of what callers met, and fails on any wrong answer. */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const HEAD =
  '| minute | answers | whole | partial | wrong | left | subgraphs killed | p50 ms | p99 ms | memory MB |';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`${HEAD}\n|${' --- |'.repeat(10)}`);
let number = 0;
const { minutes, complaints } = await soak(Number(values.minutes), (minute) => say(rowOf(minute)));

const wrong = minutes.flatMap((minute) => minute.wrong);
for (const each of wrong.slice(0, 10)) say(`wrong: ${each}`);
for (const each of complaints.slice(0, 10)) say(`the gateway complained: ${each}`);
process.exitCode = wrong.length + complaints.length > 0 ? 1 : 0;

function rowOf({ whole, partial, wrong, left, strikes, times, residentBytes }: Minute): string {
  number += 1;
  const sorted = Float64Array.from(times).toSorted();
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1);
  const megabytes = Math.round(residentBytes / 1_048_576);
  const cells = [
    number,
    times.length,
    whole,
    partial,
    wrong.length,
    left,
    strikes,
    at(0.5),
    at(0.99),
    megabytes,
  ];
  return `| ${cells.join(' | ')} |`;
}
