import { describe, expect, test } from '@jest/globals';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { ALL_THREE, GOOD, httpText, rawServer, SHORT, stormySite, WITHOUT_POLICE } from './site.js';
import { gzipSync } from 'node:zlib';

const SECRET = 'postgres://police:password@10.0.0.7/police';
const INTERNAL = /secret|password|127\.0\.0\.1|10\.0\.0\.7|undici|UND_|ECONN|HPE_|stack/i;

/** What a server says once it was asked, the code that the client sees, and the reason in the log. */
const WRONG: Readonly<Record<string, readonly [string, string, string]>> = {
  'says that its answer is longer than it is': [httpText(GOOD, 5_000), 'SUBGRAPH_UNAVAILABLE', 'cut'],
  'says that its answer is shorter than it is': [httpText(GOOD, 20), 'SUBGRAPH_FAILED', 'not-graphql'],
  'sends a head that is larger than is read': [
    httpText(GOOD, undefined, `x-large: ${'x'.repeat(3_000)}\r\n`),
    'SUBGRAPH_FAILED',
    'not-http',
  ],
  'does not speak HTTP': [`* OK ${SECRET} ready\r\n`, 'SUBGRAPH_FAILED', 'not-http'],
  'wants to speak another protocol': [
    'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n',
    'SUBGRAPH_UNAVAILABLE',
    'reset',
  ],
  'dies in the middle of its answer': [
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"dat\r\n',
    'SUBGRAPH_UNAVAILABLE',
    'cut',
  ],
};

describe('a server takes down only its own part', () => {
  test.each(Object.keys(WRONG))('when it %s', async (what) => {
    const [said = '', code, reason] = WRONG[what] ?? [];
    const url = await rawServer((socket) => socket.once('data', () => socket.end(said)));
    const { hub, lines } = await stormySite(url, { ...SHORT, SUBGRAPH_HEADERS_LIMIT_BYTES: 2_000 });

    const { status, data, errors, text } = await hub.ask(ALL_THREE);

    expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
    expect(errors).toMatchObject([{ path: ['lateUnit'], extensions: { code, agency: 'police' } }]);
    expect(text).not.toMatch(INTERNAL);
    expect(lines).toMatchObject([{ level: 40, subgraph: 'police', reason }]);
  });

  test('when it compresses what was asked for as it is, which is not even unpacked', async () => {
    const packed = gzipSync(GOOD);
    const faulty = await faultyServer((request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(packed);
    });
    const { hub, lines } = await stormySite(faulty.url);

    const { errors } = await hub.ask(ALL_THREE);

    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } }]);
    expect(lines).toMatchObject([{ reason: 'encoded' }]);
  });

  test('when it redirects, and nobody asks where it points to', async () => {
    const elsewhere = await faultyServer(answering(200, GOOD));
    const faulty = await faultyServer(answering(307, '', { location: elsewhere.url }));
    const { hub, lines } = await stormySite(faulty.url);

    const { data, errors } = await hub.ask(ALL_THREE);

    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_FAILED', agency: 'police' } }]);
    expect(elsewhere.requests).toEqual([]);
    expect(lines).toMatchObject([{ reason: 'redirect', detail: 307 }]);
  });
});

describe('an answer that comes after its time', () => {
  test('is not taken for the answer to what was asked after it', async () => {
    const late = Promise.withResolvers<void>();
    const url = await rawServer((socket, connection) => {
      socket.on('data', () => {
        if (connection > 1) socket.write(httpText(JSON.stringify({ data: { lateUnit: { name: 'mới' } } })));
        else void late.promise.then(() => socket.write(httpText(GOOD)));
      });
    });
    const { hub, lines } = await stormySite(url, { SUBGRAPH_TIMEOUT_MS: 200, SUBGRAPH_CONNECTIONS: 1 });

    const first = await hub.ask(ALL_THREE);
    late.resolve();
    const second = await hub.ask(ALL_THREE);

    expect(first.errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(second.data).toEqual({ ...WITHOUT_POLICE, lateUnit: { name: 'mới' } });
    expect(lines).toMatchObject([{ reason: 'time-out' }]);
  });
});
