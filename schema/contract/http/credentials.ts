import { REFUSED, RefusedRequest } from './refusals.js';

/** What clients call a credential; without case, `-` and `_`. */
const NAMES: ReadonlySet<string> = new Set([
  'accesstoken',
  'apikey',
  'authorization',
  'authtoken',
  'bearer',
  'idtoken',
  'jwt',
  'token',
  'xapikey',
]);

/**
 * Refuses a request that carries a credential elsewhere than in its header `Authorization`: addresses and bodies are
 * kept by browsers, proxies and logs.
 *
 * Source: RFC 9700 section 4.3.2, OWASP JSON Web Token Cheat Sheet.
 *
 * @param names of the request's parameters; their values are not looked at.
 * @throws RefusedRequest
 */
export function refuseCredentials(names: Iterable<string>): void {
  for (const name of names)
    if (NAMES.has(name.toLowerCase().replaceAll(/[-_]/g, '')))
      throw new RefusedRequest(REFUSED.credentialInRequest);
}
