import { clock } from './judge/violation.js';
import { JUDGED_FROM } from './judge/verdict.js';
import { readOptions, UsageError } from './options.js';
import { soak } from './soak.js';
import { HEAD, rowOf } from './table.js';

/** Exit code of a wrong argument. */
const WRONG_USE = 2;
const MINUTE = 60_000;
/** Violations that are told. */
const TOLD = 30;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run soak -- [--minutes 10]`: prints a table of what clients met, and fails on whatever must not happen. */
try {
  await run();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = WRONG_USE;
}

async function run(): Promise<void> {
  const { minutes } = readOptions(process.argv.slice(2));
  say(HEAD);
  const length = minutes * MINUTE;
  const violations = await soak({ length, onRow: (row) => say(rowOf(row)), say });
  for (const { at, what } of violations.slice(0, TOLD)) say(`${clock(at)} ${what}`);
  if (length < JUDGED_FROM) say(`Too short to judge memory: that takes ${JUDGED_FROM / MINUTE} minutes.`);
  say(violations.length === 0 ? 'Nothing was wrong.' : `${violations.length} times something was wrong.`);
  process.exitCode = violations.length === 0 ? 0 : 1;
}
