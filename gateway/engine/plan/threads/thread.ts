import { keepCompiled } from '../../../../schema/contract/compile-cache.js';
import { bundleOr } from '../../../bundle/bundled.js';
import { flushCompileCache } from 'node:module';
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';

/** How much less urgent than answers planning is, where there are too few processors for both. Unit: steps of niceness. */
const NICENESS = 5;

/** A planning thread: `PlanningThread` starts it and talks with it. The rest is imported from what was kept compiled. */
giveWay();
keepCompiled();
const address = bundleOr('answerer', new URL('./answerer.js', import.meta.url));
const { answerer } = (await import(address)) as typeof import('./answerer.js');
const answer = answerer();

parentPort?.on('message', (question: Parameters<typeof answer>[0]) => {
  parentPort?.postMessage(answer(question), []);
  if (question.kind === 'load') flushCompileCache();
});

/** On Linux this is of the calling thread alone, elsewhere it would be of the whole process. */
function giveWay(): void {
  if (process.platform === 'linux') setPriority(NICENESS);
}
