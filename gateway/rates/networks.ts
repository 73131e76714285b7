import { BlockList, isIP } from 'node:net';

const BITS: ReadonlyMap<number, number> = new Map([
  [4, 32],
  [6, 128],
]);

const PREFIX = /^\d{1,3}$/;

/** Whether a text is an address, or a network in the form `address/length`. */
export function isNetwork(network: string): boolean {
  const [address = '', length = '0', ...rest] = network.split('/');
  const bits = BITS.get(isIP(address));
  return bits !== undefined && rest.length === 0 && PREFIX.test(length) && Number(length) <= bits;
}

/** Tells whether an address lies in one of the networks. */
export function within(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length] = network.split('/');
    list.addSubnet(address, Number(length ?? BITS.get(isIP(address))), familyOf(address));
  }
  return (address) => list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
