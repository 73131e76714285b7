import type { Issuer } from './targets/target.js';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ISSUER = 'https://issuer.example';
const AUDIENCE = 'benchmark';
const KEY_ID = 'benchmark';
const ALGORITHM = 'RS256';

/** Who vouches for the clients' tokens in the benchmark, with its keys on a port of this machine. */
export interface RunningIssuer extends Issuer {
  stop(): Promise<void>;
}

/** Makes a key, publishes it and signs one client's token with it. */
export async function startIssuer(): Promise<RunningIssuer> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM);
  const key = { ...(await exportJWK(publicKey)), kid: KEY_ID, alg: ALGORITHM, use: 'sig' };
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [key] }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`,
    issuer: ISSUER,
    audience: AUDIENCE,
    token: await new SignJWT({ scope: 'read:shop' })
      .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
      .setSubject('client')
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('4h')
      .sign(privateKey),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
