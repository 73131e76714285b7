import { runBench } from './bench.js';
import { readOptions, UsageError } from './options.js';
import { writePage } from './report/page.js';

/** Exit code of a wrong argument. */
const WRONG_USE = 2;

/** Measures our gateway beside others: `npm run bench:gateway -- [--only NAMES] [--work NAMES] [--rounds N] …`. */
try {
  await bench();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = WRONG_USE;
}

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const lines: string[] = [];
  await runBench(options, (words) => {
    lines.push(words);
    process.stdout.write(`${words}\n`);
  });
  if (options.page) writePage(lines.join('\n'));
}
