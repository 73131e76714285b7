import { requireCallerToken, CALLER_CHECK_SETTINGS } from '../../../schema/contract/caller-check.js';
import { createLog } from '../../../schema/contract/log.js';
import { HTTP_DEFAULTS, createApollo, serveGraphQL } from '../../../schema/contract/serve.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { vouchedContext } from '../../../subgraphs/shared/vouched.js';
import { agencies } from '../graph/agencies.js';
import { frontOf } from './front.js';
import { isMood, type Mood } from './moods.js';
import { tellBySocket, type Telling } from './telling.js';
import { appendFileSync } from 'node:fs';

/**
 * Runs one of the soak's agencies until it is killed or its parent ends: `main.ts NAME PORT LEDGER LURE`. Each change is written to the ledger
 * before it is answered. A message sets the mood; the message `listeners` is replied to with their number.
 */
const [name = '', port, ledger = '', lure = ''] = process.argv.slice(2);
const subgraph = agencies((key) => appendFileSync(ledger, `${key}\n`)).find((each) => each.name === name);
if (!subgraph) throw new Error(`There is no subgraph ${name}.`);

const log = createLog(subgraph.name);
const check = requireCallerToken(readSettings(CALLER_CHECK_SETTINGS, { ACCEPT_WITHOUT_TOKEN: 'true' }), {
  subgraph: subgraph.name,
  log,
});
const { url: behind } = await serveGraphQL(
  {
    apollo: createApollo({ schema: subgraph.schema }, { log, introspection: false }),
    contextFor: vouchedContext(subgraph, check),
    isReady: () => subgraph.isReady(),
  },
  { host: '127.0.0.1', port: 0, log, settings: HTTP_DEFAULTS },
);

let mood: Mood = 'well';
const telling: Telling = { schema: subgraph.schema, listeners: new Set() };
const front = frontOf({ behind, lure, mood: () => mood, telling });
tellBySocket(telling, front);
process.on('message', (message: string) => {
  if (isMood(message)) mood = message;
  else process.send?.(telling.listeners.size);
});
process.on('disconnect', () => process.exit());
front.listen(Number(port), '127.0.0.1');
