import { createLog } from '../schema/contract/log.js';
import { requireNode } from '../schema/contract/node-version.js';
import { report } from '../schema/contract/process.js';
import { revokeSettings, tokenNamedBy } from './fleet/revoke-arguments.js';
import { revokeToken } from './fleet/revoke-token.js';

/** Revokes a token at all gateways that share a Redis server: `npm run revoke -- --jti ID --exp SECONDS`. */
requireNode();
const log = createLog('revoke');
try {
  const token = tokenNamedBy(process.argv.slice(2));
  await revokeToken(token, revokeSettings(process.env));
  log.info({ exp: token.exp }, 'the token is revoked');
} catch (error) {
  process.exitCode = report(log, error);
}
