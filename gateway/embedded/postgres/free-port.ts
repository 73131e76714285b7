import { createServer, type AddressInfo } from 'node:net';

/** A port of 127.0.0.1 that nobody used a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const listening = Promise.withResolvers<number>();
  server.once('error', listening.reject);
  server.listen(0, '127.0.0.1', () => listening.resolve((server.address() as AddressInfo).port));
  return listening.promise.finally(() => server.close());
}
