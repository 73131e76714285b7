import { HubError } from '../errors.js';
import { text } from '../text.js';

const ADDRESS_CODES = new Set(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND']);

/** Where a server was to listen, and the setting that says so. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly setting?: string;
}

/** Why a server does not listen: an address that cannot be used is a wrong setting, all else stays what it is. */
export function addressError(error: unknown, { host, port, setting = 'PORT' }: Address): unknown {
  const code = String((error as NodeJS.ErrnoException).code);
  if (!ADDRESS_CODES.has(code)) return error;
  const words = text(
    `Không mở được cổng TCP ${port} tại ${host} (${code}); hãy đặt HOST hoặc ${setting} khác.`,
    `Port ${port} at ${host} cannot be used (${code}); choose another HOST or ${setting}.`,
  );
  return new HubError('INVALID_SETTING', words, { setting });
}

const EVERYWHERE: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '[::1]'],
]);

/** The address of a server for clients on this machine, without a path. */
export function urlOf(host: string, port: number): string {
  const name = EVERYWHERE.get(host) ?? (host.includes(':') ? `[${host}]` : host);
  return `http://${name}:${port}`;
}
