import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A place to which redirects lead, and where nobody should come. */
export interface Lure {
  readonly url: string;
  /** Told when somebody came. */
  onVisit?: () => void;
  stop(): Promise<void>;
}

/** Opens a lure. */
export async function startLure(): Promise<Lure> {
  const server = createServer((_, response) => {
    lure.onVisit?.();
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":null}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const lure: Lure = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return lure;
}
