import 'reflect-metadata';
import { projectPath } from '../../../schema/contract/project.js';
import { writePage } from '../gateway/report/page.js';
import { runBench } from './bench.js';
import { readOptions, UsageError } from './options.js';

/** Exit code of a wrong argument. */
const WRONG_USE = 2;

/** Asks the graph the same questions on little data and on a nation's: `npm run bench:graph`. */
try {
  await bench();
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = WRONG_USE;
}

async function bench(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { report, broken } = await runBench(options, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${report}\n`);
  if (options.page) writePage(report, projectPath('docs', 'benchmark-graph.md'));
  if (broken.length === 0) return;
  process.stderr.write(`${broken.join('\n')}\n`);
  process.exitCode = 1;
}
