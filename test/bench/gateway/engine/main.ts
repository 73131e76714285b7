import type * as Authentication from '../../../../gateway/engine/authenticate/settings.js';
import type * as Engine from '../../../../gateway/engine/settings.js';
import type * as Limits from '../../../../gateway/limits/settings.js';
import type * as Server from '../../../../gateway/server.js';
import type * as Streams from '../../../../gateway/streams/settings.js';
import type * as Garbage from '../../../../gateway/young-garbage.js';
import type * as CallerToken from '../../../../schema/contract/caller-token.js';
import type * as Log from '../../../../schema/contract/log.js';
import { projectPath } from '../../../../schema/contract/project.js';
import type * as Settings from '../../../../schema/contract/settings.js';
import { plainReach } from './plain-reach.js';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * The engine alone, `main.ts SUPERGRAPH PORT`: the gateway with its HTTP server and its check of tokens, but with plain
 * calls, no log of requests, no streams and nothing shared, so that what these cost can be told. It is the build that
 * runs, as with the others: the loader of sources makes slower code of classes.
 */
const [, , supergraph = '', port = ''] = process.argv;
(await built<typeof Garbage>('gateway/young-garbage.js')).keepGarbageYoung();
const { createGateway } = await built<typeof Server>('gateway/server.js');
const { callerTokens, CALLER_TOKEN_DEFAULTS } = await built<typeof CallerToken>(
  'schema/contract/caller-token.js',
);
const { createLog } = await built<typeof Log>('schema/contract/log.js');
const { readSettings } = await built<typeof Settings>('schema/contract/settings.js');
const { ENGINE_DEFAULTS } = await built<typeof Engine>('gateway/engine/settings.js');
const { STREAM_DEFAULTS } = await built<typeof Streams>('gateway/streams/settings.js');
const { LIMIT_SETTINGS } = await built<typeof Limits>('gateway/limits/settings.js');
const { AUTHENTICATION_SETTINGS } = await built<typeof Authentication>(
  'gateway/engine/authenticate/settings.js',
);
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

async function built<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(projectPath('dist', path)).href)) as Module;
}
