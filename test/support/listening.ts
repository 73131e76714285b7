import type { AddressInfo, Server } from 'node:net';
import { untilTheEnd } from './tiny-hub.js';

/**
 * Puts a server on a free port of this machine until the test ends; its port.
 *
 * @param cut ends the connections that are open then
 */
export async function listening(server: Server, cut: () => void): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  untilTheEnd({
    async stop() {
      cut();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  });
  return (server.address() as AddressInfo).port;
}
