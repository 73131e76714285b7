import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { until } from '../../support/until.js';

/** The new agency's machine. */
export interface Agency {
  readonly folder: string;
  readonly port: string;
  readonly gateway: string;
}

/** Starts a server of the agency as a process, which obeys the gateway alone; answers when it can be asked. */
export async function startAgency(
  { folder, port, gateway }: Agency,
  file: string,
): Promise<{ stop(): Promise<void> }> {
  const env = { PORT: port, GATEWAY_JWKS_URL: `${gateway}/.well-known/jwks.json` };
  const child = spawn(process.execPath, [file], { cwd: folder, env, stdio: 'ignore' });
  const closed = once(child, 'close');
  await until(() =>
    fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST' }).then(
      ({ status }) => status === 401,
      () => false,
    ),
  );
  return {
    async stop() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** A port that nobody uses now. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}
