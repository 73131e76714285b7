import type { TokenSettings } from './settings.js';
import { Agent, request } from 'undici';

/** The server that publishes keys. */
export interface KeyHost {
  /** The published set of keys, as text. @throws Error when it does not come, in time and in bounds. */
  read(): Promise<string>;
  /** Lets go of the connection. */
  close(): Promise<void>;
}

/** Reads keys over HTTP, bounded in time and size; redirects are not followed. */
export function keyHost(url: string, settings: TokenSettings): KeyHost {
  const time = settings.JWKS_TIMEOUT_MS;
  const agent = new Agent({
    connections: 1,
    connect: { timeout: time },
    headersTimeout: time,
    bodyTimeout: time,
    maxResponseSize: settings.JWKS_LIMIT_BYTES,
  });
  return {
    read: () => readFrom(url, agent, time),
    close: () => agent.destroy(),
  };
}

const HEADERS = { accept: 'application/jwk-set+json, application/json', 'accept-encoding': 'identity' };

async function readFrom(url: string, dispatcher: Agent, time: number): Promise<string> {
  const signal = AbortSignal.timeout(time);
  const { statusCode, body } = await request(url, { dispatcher, headers: HEADERS, signal });
  if (statusCode === 200) return body.text();
  await body.dump();
  throw new Error(`HTTP ${statusCode}`);
}
