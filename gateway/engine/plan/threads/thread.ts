import { keepCompiled } from '../../../../schema/contract/compile-cache.js';
import { giveWay } from '../../../../schema/contract/give-way.js';
import { bundleOr } from '../../../bundle/bundled.js';
import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';

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
