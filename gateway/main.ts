import { callerTokens } from '../schema/contract/caller-token.js';
import { createLog } from '../schema/contract/log.js';
import { runProcess, type Running } from '../schema/contract/process.js';
import { policyDecider } from './engine/filter/policy-module.js';
import { examplesFor } from './explorer/examples.js';
import { loadExplorer } from './explorer/files.js';
import { reachOverHttp } from './reach/http.js';
import { createGateway } from './server.js';
import { gatewaySettings, type GatewaySettings } from './settings.js';
import { readSupergraphFile } from './supergraph/file.js';

/** Runs the gateway as a process of its own: `npm run gateway -- --supergraph FILE --port N`. */
const log = createLog('gateway');
await runProcess(log, { start: () => startGateway(gatewaySettings(process.argv.slice(2), process.env)) });

async function startGateway(settings: GatewaySettings): Promise<Running> {
  const tokens = callerTokens(settings);
  const gateway = await createGateway({
    supergraphSdl: readSupergraphFile(settings.SUPERGRAPH),
    reach: reachOverHttp({ settings, log, tokens }),
    log,
    host: settings.HOST,
    port: settings.PORT,
    introspection: settings.INTROSPECTION,
    explorer: loadExplorer(),
    examples: examplesFor(settings.EXAMPLES_DIR),
    limits: settings,
    http: settings,
    authentication: settings,
    engine: settings,
    decidePolicies: await policyDecider(settings.POLICY_MODULE),
    publicKeys: tokens.jwks,
  });
  const { url } = await gateway.start();
  log.info({ url, graphql: `${url}/graphql` }, 'the gateway answers');
  return gateway;
}
