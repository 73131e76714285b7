import 'reflect-metadata';
import { createLog } from '../../schema/contract/log.js';
import { report, runProcess } from '../../schema/contract/process.js';
import { readSettings } from '../../schema/contract/settings.js';
import { announcerFor } from './announcer.js';
import { EXAMPLE_QUERY } from './example-query.js';
import { startHub } from './hub.js';
import { HUB_SETTINGS } from './settings.js';

const log = createLog('hub');
const announcer = announcerFor(process.stdout, log);

await runProcess(log, async () => {
  const settings = readSettings(HUB_SETTINGS, process.env);
  const hub = await startHub({ settings, log, announcer, onDatabaseLost });
  announcer.ready({ url: hub.url, query: EXAMPLE_QUERY });
  return hub;
});

/** Without its database the hub cannot answer; whoever watches over it starts it anew. */
function onDatabaseLost(): void {
  process.exit(report(log, new Error('the database server ended by itself')));
}
