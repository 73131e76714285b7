import { runBench } from './bench.js';
import { readOptions } from './options.js';

/** Measures our gateway beside others: `npm run bench:gateway -- [--only NAMES] [--work NAMES] [--rounds N] …`. */
await runBench(readOptions(process.argv.slice(2)), (words) => process.stdout.write(`${words}\n`));
