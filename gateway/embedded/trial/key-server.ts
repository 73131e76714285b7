import type { Running } from '../../../schema/contract/process.js';
import type { JSONWebKeySet } from 'jose';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where keys are published. */
export interface KeyServer extends Running {
  readonly url: string;
}

const HOST = '127.0.0.1';
const HEADERS = { 'content-type': 'application/jwk-set+json' };

/** Publishes keys to this machine, on a free port, so that a gateway reads them as it reads those of any issuer. */
export async function publishKeys(jwks: JSONWebKeySet): Promise<KeyServer> {
  const keys = JSON.stringify(jwks);
  const server = createServer((_, response) => void response.writeHead(200, HEADERS).end(keys));
  server.listen(0, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/jwks.json`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
