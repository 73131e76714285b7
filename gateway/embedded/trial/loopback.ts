import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a network interface, or the name that a client uses for it, is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const version = isIP(host);
  return version !== 0 && LOOPBACK.check(host, version === 4 ? 'ipv4' : 'ipv6');
}

/** What proxies and tunnels add to what they pass on. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'] as const;

/** What browsers say of requests by the hub's own page, or by somebody who writes the address; other clients say nothing. */
const OWN_SITE: readonly unknown[] = [undefined, 'same-origin', 'none'];

/**
 * Whether a request to a server on a loopback interface was meant for it by somebody on this machine: through no proxy,
 * and by no page of another site that has its own name lead here.
 */
export function isFromThisMachine(headers: IncomingHttpHeaders): boolean {
  if (PASSED_ON.some((name) => headers[name] !== undefined)) return false;
  if (!OWN_SITE.includes(headers['sec-fetch-site'])) return false;
  const address = `http://${headers.host}`;
  if (!URL.canParse(address)) return false;
  return isLoopback(new URL(address).hostname.replace(/^\[(.*)\]$/, '$1'));
}
