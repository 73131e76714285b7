import { expect, test } from '@jest/globals';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { Leaving } from '../../../gateway/reach/leaving.js';
import { REACH_DEFAULTS } from '../../../gateway/reach/settings.js';
import { CALLER_TOKEN_DEFAULTS, callerTokens } from '../../../schema/contract/caller-token.js';
import { callerWith } from '../../../schema/contract/caller.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { SILENT, untilTheEnd } from '../../support/tiny-hub.js';
import { ALL_THREE, GOOD, rawServer, stormySite } from './site.js';
import { once } from 'node:events';
import { connect } from 'node:net';

/** What the gateway sends, and nothing else. */
const OURS = [
  'accept',
  'accept-encoding',
  'authorization',
  'connection',
  'content-length',
  'content-type',
  'host',
  'x-request-id',
];

test('a subgraph gets no header that the client sent, of whatever kind', async () => {
  const faulty = await faultyServer(answering(200, GOOD));
  const { hub } = await stormySite(faulty.url);
  const body = JSON.stringify({ query: ALL_THREE });
  const { hostname, port } = new URL(hub.url);
  const client = connect(Number(port), hostname);

  client.write(
    [
      'POST /graphql HTTP/1.1',
      `host: ${hostname}`,
      'content-type: application/json',
      `content-length: ${Buffer.byteLength(body)}`,
      'x-hub-role: admin',
      'x-hub-caller: someone',
      'connection: close, x-hub-role',
      'keep-alive: timeout=9',
      'proxy-authorization: Basic eA==',
      'te: trailers',
      'trailer: x-hub-late',
      'forwarded: for=10.0.0.1',
      'x-forwarded-for: 10.0.0.1',
      'x-original-url: /admin',
      'cookie: a=b',
      'accept-encoding: gzip, br',
      '',
      body,
    ].join('\r\n'),
  );
  await once(client.resume(), 'close');

  const [request] = faulty.requests;
  expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual(OURS);
  expect(request?.headers['accept-encoding']).toBe('identity');
});

test('a token of 64 KB goes nowhere', async () => {
  const faulty = await faultyServer(answering(200, GOOD));
  const { hub } = await stormySite(faulty.url);

  const asked = hub.ask(ALL_THREE, { headers: { authorization: `Bearer ${'a'.repeat(65_536)}` } });

  const status = await asked.then(
    (answer) => answer.status,
    () => 431,
  );
  expect([401, 431]).toContain(status);
  expect(faulty.requests).toEqual([]);
});

test('line breaks in a claim do not become headers', async () => {
  const heads: string[] = [];
  const url = await rawServer((socket) =>
    socket.on('data', (bytes: Buffer) => {
      heads.push(bytes.toString('latin1').split('\r\n\r\n')[0] ?? '');
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n{"data":{}}',
      );
    }),
  );
  const tokens = callerTokens(CALLER_TOKEN_DEFAULTS);
  const way = reachOverHttp({ settings: REACH_DEFAULTS, log: SILENT, tokens })({ name: 'police', url });
  untilTheEnd({ stop: () => way.close() });
  const caller = callerWith({ sub: 'a\r\nx-hub-role: admin\r\n\r\n{"query":"x"}', name: 'Bí\u0000 mật' });
  const operation = { requestId: 'request-1', caller, subgraphs: ['police'] };

  const leaving = new Leaving(new AbortController().signal);
  await way.fetch({ query: '{ a }', variables: {}, operation, leaving });

  const names = heads[0]?.split('\r\n').map((line) => line.split(':')[0] ?? '');
  expect(names?.slice(1).toSorted()).toEqual(OURS);
});
