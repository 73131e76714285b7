import { AUTHENTICATION_SETTINGS } from '../../../../gateway/engine/authenticate/settings.js';
import { LIMIT_SETTINGS } from '../../../../gateway/limits/settings.js';
import { createGateway } from '../../../../gateway/server.js';
import { STREAM_DEFAULTS } from '../../../../gateway/streams/settings.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../../schema/contract/caller-token.js';
import { createLog } from '../../../../schema/contract/log.js';
import { readSettings } from '../../../../schema/contract/settings.js';
import { plainReach } from './plain-reach.js';
import { ENGINE_DEFAULTS } from '../../../../gateway/engine/settings.js';
import { readFileSync } from 'node:fs';

/**
 * The engine alone, `main.ts SUPERGRAPH PORT`: the gateway with its HTTP server and its check of tokens, but with plain
 * calls, no log of requests, no streams and nothing shared, so that what these cost can be told.
 */
const [, , supergraph = '', port = ''] = process.argv;
const gateway = await createGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  reach: plainReach(callerTokens(CALLER_TOKEN_DEFAULTS)),
  log: createLog('gateway', 'silent'),
  host: '127.0.0.1',
  port: Number(port),
  engine: { ...ENGINE_DEFAULTS, SHARE_FETCHES: false },
  streams: { ...STREAM_DEFAULTS, STREAMS: false },
  limits: readSettings(LIMIT_SETTINGS, process.env),
  authentication: readSettings(AUTHENTICATION_SETTINGS, process.env),
});
await gateway.start();
