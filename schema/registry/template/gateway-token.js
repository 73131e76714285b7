import { createRemoteJWKSet, jwtVerify } from 'jose';

/** What makes a token one of the gateway's, for this subgraph. */
const EXPECTED = { issuer: 'gateway', algorithms: ['EdDSA'], typ: 'caller+jwt', requiredClaims: ['exp'] };
/** Unit: seconds. */
const TIMES = { maxTokenAge: 60, clockTolerance: 5 };

/**
 * Makes what tells who asks through the gateway: the claims of the caller, or null for somebody unknown. It throws for
 * whoever does not come through the gateway.
 *
 * GATEWAY_JWKS_URL is the address of the gateway's keys, its `/.well-known/jwks.json`; ACCEPT_WITHOUT_TOKEN=true lets
 * everybody ask, for development only.
 */
export function callerCheck(subgraph, { GATEWAY_JWKS_URL, ACCEPT_WITHOUT_TOKEN }) {
  if (ACCEPT_WITHOUT_TOKEN === 'true') return async () => null;
  if (!GATEWAY_JWKS_URL)
    throw new Error(
      'Hãy đặt GATEWAY_JWKS_URL. Set GATEWAY_JWKS_URL, or ACCEPT_WITHOUT_TOKEN=true to develop.',
    );
  const keys = createRemoteJWKSet(new URL(GATEWAY_JWKS_URL));
  return async (authorization = '') => {
    const token = authorization.replace(/^Bearer /i, '');
    const { payload } = await jwtVerify(token, keys, { ...EXPECTED, ...TIMES, audience: subgraph });
    return payload.caller;
  };
}
