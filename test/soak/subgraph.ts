import { requireCallerToken, CALLER_CHECK_SETTINGS } from '../../schema/contract/caller-check.js';
import { createLog } from '../../schema/contract/log.js';
import { HTTP_DEFAULTS, createApollo, serveGraphQL } from '../../schema/contract/serve.js';
import { readSettings } from '../../schema/contract/settings.js';
import { vouchedContext } from '../../subgraphs/shared/vouched.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';

/** Runs one of the tiny subgraphs on a port, until it is killed: `subgraph.ts NAME PORT`. */
const [name, port] = process.argv.slice(2);
const subgraph = [tinyUnion(), tinyPolice(), tinyAwards()].find((each) => each.name === name);
if (!subgraph) throw new Error(`There is no subgraph ${name}.`);

const log = createLog(subgraph.name);
const check = requireCallerToken(readSettings(CALLER_CHECK_SETTINGS, { ACCEPT_WITHOUT_TOKEN: 'true' }), {
  subgraph: subgraph.name,
  log,
});
await serveGraphQL(
  {
    apollo: createApollo({ schema: subgraph.schema }, { log, introspection: false }),
    contextFor: vouchedContext(subgraph, check),
    isReady: () => subgraph.isReady(),
  },
  { host: '127.0.0.1', port: Number(port), log, settings: HTTP_DEFAULTS },
);
