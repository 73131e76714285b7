import { RequestReader } from './request-reader.js';
import { describe, expect, test } from '@jest/globals';

const REQUEST = 'POST /accounts HTTP/1.1\r\nhost: x\r\nContent-Length: 4\r\n\r\nñ[]';

describe('the reader of requests', () => {
  test('a request that comes byte by byte is read once it is whole', () => {
    const reader = new RequestReader();
    const calls = [...Buffer.from(REQUEST)].flatMap((byte) => reader.read(Buffer.from([byte])));
    expect(calls).toEqual([{ path: '/accounts', body: 'ñ[]' }]);
  });

  test('two requests in one piece are two', () => {
    expect(new RequestReader().read(Buffer.from(REQUEST + REQUEST))).toHaveLength(2);
  });

  test('a request without length is refused', () => {
    const read = (): unknown => new RequestReader().read(Buffer.from('POST / HTTP/1.1\r\n\r\n'));
    expect(read).toThrow('without content length');
  });
});
