import { keepCompiled } from '../../contract/compile-cache.js';
import { requireNode } from '../../contract/node-version.js';

/** Runs the command line: `npx hub …`. The rest is imported only on a Node that can. */
requireNode();
keepCompiled();
const [{ runHub }, { terminalDesk }] = await Promise.all([import('./run.js'), import('./terminal.js')]);
process.exitCode = await runHub(process.argv.slice(2), terminalDesk(process));
