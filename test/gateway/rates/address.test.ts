import { describe, expect, test } from '@jest/globals';
import { addressFrom } from '../../../gateway/rates/address.js';
import { aDoor } from '../door/a-door.js';

const behind = addressFrom(['10.0.0.0/8', '192.168.7.1', 'fd00::/8']);
const alone = addressFrom([]);

describe('the address of a client', () => {
  test.each([
    ['is that of the connection', '203.0.113.9', undefined, '203.0.113.9'],
    ['is not what a stranger says', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['is what the proxy says', '10.1.2.3', '198.51.100.1', '198.51.100.1'],
    [
      'is what the last proxy says, not what was said to it',
      '10.1.2.3',
      '1.1.1.1, 198.51.100.1',
      '198.51.100.1',
    ],
    [
      'is the first that is no proxy of ours',
      '10.1.2.3',
      '198.51.100.1, 10.9.9.9, 192.168.7.1',
      '198.51.100.1',
    ],
    ['may be that of a proxy that asks itself', '10.1.2.3', '10.4.4.4', '10.4.4.4'],
    ['is that of the proxy which says nothing', '10.1.2.3', '', '10.1.2.3'],
    ['is that of the proxy which says no address', '10.1.2.3', '198.51.100.1, unknown', '10.1.2.3'],
    ['is the same with a port', '10.1.2.3', '198.51.100.1:4711', '198.51.100.1'],
    ['is the same in the form of IPv6', '::ffff:10.1.2.3', '::FFFF:198.51.100.1', '198.51.100.1'],
    ['is that of the network of a customer in IPv6', '2001:db8:1:2:aaaa::1', undefined, '2001:db8:1:2'],
    ['is the same however it is written', '2001:0DB8:0001:0002:0:0:0:9', undefined, '2001:db8:1:2'],
    ['is in IPv6 behind a proxy', 'fd00::1', '[2001:db8::1]:443', '2001:db8:0:0'],
    ['has no zone', 'fe80::1%eth0', undefined, 'fe80:0:0:0'],
    ['with an IPv4 tail', '64:ff9b::192.0.2.1', undefined, '64:ff9b:0:0'],
    ['is unknown where the connection is gone', '', '198.51.100.1', ''],
  ])('%s', (_, peer, forwarded, expected) => {
    expect(behind({ peer, forwarded })).toBe(expected);
  });

  test('is that of the connection where no proxy is trusted, whatever is said', () => {
    expect(alone({ peer: '127.0.0.1', forwarded: '198.51.100.1' })).toBe('127.0.0.1');
  });
});

test.each(['10.0.0.0/33', '10.0.0', 'localhost', '::1/129', '10.0.0.0/8/8', '10.0.0.0/x', '*'])(
  '%s is no network of proxies',
  (network) => {
    expect(() => aDoor({ TRUSTED_PROXIES: `127.0.0.1, ${network}` })).toThrow(
      expect.objectContaining({ code: 'INVALID_SETTING', details: { setting: 'TRUSTED_PROXIES' } }),
    );
  },
);
