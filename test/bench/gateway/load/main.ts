import type { LoadJob } from './job.js';
import { runLoad } from './run.js';

/** Runs the load generator: says that it is ready, then does one job of its parent after the other. */
process.on('message', (job: LoadJob) => {
  void runLoad(job).then((result) => process.send?.(result));
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
