import { keepCompiled } from '../contract/compile-cache.js';
import { createLog } from '../contract/log.js';
import { requireNode } from '../contract/node-version.js';
import { runProcess } from '../contract/process.js';

/** Runs the registry as a process of its own: `npm run registry`. */
requireNode();
keepCompiled();
const log = createLog('registry');
await runProcess(log, {
  start: async () => {
    const { registrySettings } = await import('./settings.js');
    const settings = registrySettings(process.env);
    const { openRegistry } = await import('./open.js');
    const server = await openRegistry(settings, log);
    log.info({ url: server.url }, 'the registry is ready');
    return server;
  },
});
