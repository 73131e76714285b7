import { readBody } from './body.js';
import { refuseCredentials } from './credentials.js';
import type { Exchange } from './dispatch.js';
import { isTooDeep } from './json-depth.js';
import { isUtf8Json } from './media-type.js';
import { parametersInSearch, searchIn } from './parameters.js';
import { REFUSED, RefusedRequest } from './refusals.js';
import { repeatsHeader, repeatsParameter } from './repeated.js';
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/**
 * What a request holds as JSON: by GET the parameters in its address, by POST its body.
 *
 * @param bodyLimit largest request body. Unit: bytes.
 * @throws RefusedRequest when it cannot be read, or its address holds a credential.
 * @throws HubError BODY_TOO_LARGE
 */
export async function jsonOf({ request, search }: Exchange, bodyLimit: number): Promise<unknown> {
  if (search) refuseCredentials(new URLSearchParams(search).keys());
  requireReadable(request);
  if (request.method === 'GET') return parametersInSearch(searchIn(search));
  return jsonIn(await readBody(request, bodyLimit));
}

/** A body of any other type is never read: that keeps out what another site's page can send without being asked. */
function requireReadable({ method, headers, rawHeaders }: IncomingMessage): void {
  if (repeatsHeader(rawHeaders)) throw new RefusedRequest(REFUSED.repeatedHeader);
  const { 'content-type': type, 'content-encoding': encoding = 'identity' } = headers;
  if (encoding !== 'identity') throw new RefusedRequest(REFUSED.encodedBody);
  const isBare = method === 'GET' && type === undefined;
  if (!isBare && !isUtf8Json(type ?? '')) throw new RefusedRequest(REFUSED.notJson);
}

function jsonIn(bytes: Buffer): unknown {
  if (isTooDeep(bytes)) throw new RefusedRequest(REFUSED.tooDeepJson);
  const value = parsed(bytes);
  if (repeatsParameter(bytes, value)) throw new RefusedRequest(REFUSED.repeatedName);
  return value;
}

function parsed(bytes: Buffer): unknown {
  try {
    if (isUtf8(bytes)) return JSON.parse(bytes.toString('utf8'));
  } catch {
    // Refused below, like what is no text at all.
  }
  throw new RefusedRequest(REFUSED.malformedJson);
}
