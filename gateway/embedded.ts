import { requireNode } from '../schema/contract/node-version.js';
import { keepGarbageYoung } from './young-garbage.js';

/** Runs the whole hub in one process: `npm start`. The rest is imported only on a Node that can. */
requireNode();
keepGarbageYoung();
await import('./embedded/run.js');
