import { runBench } from './bench.js';
import { readOptions } from './options.js';
import { writePage } from './report/page.js';

/** Measures our gateway beside others: `npm run bench:gateway -- [--only NAMES] [--work NAMES] [--rounds N] …`. */
const options = readOptions(process.argv.slice(2));
const lines: string[] = [];
await runBench(options, (words) => {
  lines.push(words);
  process.stdout.write(`${words}\n`);
});
if (options.page) writePage(lines.join('\n'));
