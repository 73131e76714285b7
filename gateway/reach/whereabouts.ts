import { within } from '../rates/networks.js';
import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/**
 * Where no subgraph is: hosts keep services of their own there, such as the one that gives out a cloud's credentials.
 *
 * Source: RFC 6890 section 2.2; the documentation of EC2, Azure and Alibaba Cloud on their metadata services.
 */
const NOWHERE_V4 = [
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
  '100.100.100.200/32',
] as const;

/** The first does not stand within addresses of IPv6, where it would be `::1` too. */
const NOWHERE = ['0.0.0.0/8', '::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::254/128'];

interface Form {
  readonly before: string;
  readonly after?: string;
  /** Unit: bits. */
  readonly length: number;
}

/** Addresses of IPv6 within which one of IPv4 stands. Source: RFC 4291, 6052, 3056 and 2765, in this order. */
const FORMS: readonly Form[] = [
  { before: '::', length: 96 },
  { before: '64:ff9b::', length: 96 },
  { before: '2002:', after: '::', length: 16 },
  { before: '::ffff:0:', length: 96 },
];

const isNowhere = within([...NOWHERE, ...NOWHERE_V4, ...NOWHERE_V4.flatMap(withinV6)]);

/** A network of IPv4 as addresses of IPv6 may hold it. */
function withinV6(network: string): readonly string[] {
  const [address = '', bits] = network.split('/');
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
  const words = [a * 256 + b, c * 256 + d].map((word) => word.toString(16)).join(':');
  return FORMS.map(({ before, after = '', length }) => `${before}${words}${after}/${length + Number(bits)}`);
}

/** Whether the host of a URL is an address at which no subgraph may be; what a name stands for shows later. */
export function isForbidden(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(address) > 0 && isNowhere(address);
}

/** How a name is looked up. */
type Resolve = (
  hostname: string,
  options: object,
  done: (error: NodeJS.ErrnoException | null, found: readonly LookupAddress[]) => void,
) => void;

const byTheSystem: Resolve = (hostname, options, done) => lookup(hostname, { ...options, all: true }, done);

/**
 * Looks up where a connection leads, each time that one is made, so that no name leads to where no subgraph may be, and
 * none that changes its mind either: what is looked at here is what is connected to.
 */
export function carefulLookup(resolve: Resolve = byTheSystem): LookupFunction {
  return (hostname, options, done) =>
    resolve(hostname, options, (error, found) => {
      const allowed = (found ?? []).filter(({ address }) => !isNowhere(address));
      const [first] = allowed;
      if (error || !first) done(error ?? forbidden(), '');
      else if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
}

/** How the names of subgraphs are looked up. */
export const LOOKUP: LookupFunction = carefulLookup();

function forbidden(): NodeJS.ErrnoException {
  return Object.assign(new Error('No subgraph may be at this address.'), { code: 'FORBIDDEN_ADDRESS' });
}
