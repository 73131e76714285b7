import { keepCompiled } from '../schema/contract/compile-cache.js';
import { requireNode } from '../schema/contract/node-version.js';
import { bundleOr } from './bundle/bundled.js';
import { keepGarbageYoung } from './young-garbage.js';

/** Runs the gateway as a process of its own: `npm run gateway -- --supergraph FILE --port N`. */
requireNode();
keepGarbageYoung();
keepCompiled();
await import(bundleOr('run', new URL('./run.js', import.meta.url)));
