import type { Sender } from '../../schema/contract/http/door.js';
import { within } from './networks.js';
import { isIP } from 'node:net';

/** Groups of an IPv6 address that tell one customer from another: providers give each at least a /64. Unit: groups. */
const CUSTOMER_GROUPS = 4;
const ALL_GROUPS = 8;

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const IPV4_WITH_PORT = /^([\d.]+):\d+$/;
const IN_BRACKETS = /^\[(.*)\](?::\d+)?$/;

/**
 * Makes what tells clients' addresses apart. What a request says of where it comes from is believed as far as trusted
 * proxies said it: from the end of the header to the first address that is none of theirs.
 *
 * @param proxies networks of the trusted proxies.
 */
export function addressFrom(proxies: readonly string[]): (sender: Sender) => string {
  const isTrusted = within(proxies);
  return ({ peer = '', forwarded = '' }) => {
    let address = plain(peer);
    if (isIP(address) === 0 || !isTrusted(address)) return customerOf(address);
    for (const hop of forwarded.split(',').toReversed().map(plain)) {
      if (isIP(address) === 0 || !isTrusted(address) || isIP(hop) === 0) break;
      address = hop;
    }
    return customerOf(address);
  };
}

/** An address without a port, brackets or a zone; IPv4 in its own form. */
function plain(written: string): string {
  const text = written.trim();
  const bare = IN_BRACKETS.exec(text)?.[1] ?? IPV4_WITH_PORT.exec(text)?.[1] ?? text;
  const [address = ''] = bare.split('%');
  return MAPPED.exec(address)?.[1] ?? address;
}

/** Whoever has one IPv6 address has billions of them, which must not count as so many clients. */
function customerOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('::').map(withoutIpv4);
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const gap = ALL_GROUPS - before.length - after.length;
  const groups = [...before, ...Array.from({ length: gap }, () => '0'), ...after];
  return groups.slice(0, CUSTOMER_GROUPS).map(withoutZeros).join(':');
}

/** The last two groups may be written as an IPv4 address, which no customer differs by. */
function withoutIpv4(groups: string): string {
  return groups.replace(/[\d.]+\.[\d.]+$/, '0:0');
}

function withoutZeros(group: string): string {
  return group.replace(/^0+(?=.)/, '');
}
