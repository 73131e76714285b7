import 'reflect-metadata';
import { createLog } from '../../schema/contract/log.js';
import { report, runProcess } from '../../schema/contract/process.js';
import { readSettings } from '../../schema/contract/settings.js';
import { announcerFor } from './announcer.js';
import { EXAMPLE_QUERY } from './example-query.js';
import { startHub } from './hub.js';
import { serverLost } from './postgres/failure.js';
import { HUB_SETTINGS } from './settings.js';

/** At a terminal the announcer speaks; the log keeps to what went wrong. */
const log = createLog('hub', process.stdout.isTTY ? 'warn' : 'info');
const announcer = announcerFor(process.stdout, log);

await runProcess(log, {
  say: (what) => announcer.note(what),
  async start(stop) {
    const settings = readSettings(HUB_SETTINGS, process.env);
    const hub = await startHub({ settings, log, announcer, stop, onDatabaseLost });
    announcer.ready({ url: hub.url, query: EXAMPLE_QUERY });
    return hub;
  },
});

/** Without its database the hub cannot answer; whoever watches over it starts it anew. */
function onDatabaseLost(): void {
  process.exit(report(log, serverLost()));
}
