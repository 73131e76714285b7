import { within } from '../rates/networks.js';
import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';

/**
 * Where no subgraph is: hosts keep services of their own there, such as the one that gives out a cloud's credentials.
 *
 * Source: RFC 6890 section 2.2; the documentation of EC2 on its metadata service.
 */
const NOWHERE = [
  '0.0.0.0/8',
  '169.254.0.0/16',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fe80::/10',
  'ff00::/8',
  'fd00:ec2::254/128',
];

const isNowhere = within(NOWHERE);

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

function forbidden(): NodeJS.ErrnoException {
  return Object.assign(new Error('No subgraph may be at this address.'), { code: 'FORBIDDEN_ADDRESS' });
}
