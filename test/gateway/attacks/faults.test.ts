import { describe, expect, test } from '@jest/globals';
import { createServer } from 'node:https';
import type { Socket } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { listening } from '../../support/listening.js';
import { gatewayOn, supergraphOf, untilTheEnd } from '../../support/tiny-hub.js';
import { tinyId, tinyUnion } from '../../support/tiny-subgraphs.js';
import { selfSigned } from '../faults/certificate.js';
import { ALL_THREE, GOOD, httpText, OTHERS, rawServer, stormySite, WITHOUT_POLICE } from '../faults/site.js';
import { aBadNeighbourhood, INTERNAL, type Behaviour } from './site.js';

const police = aBadNeighbourhood({
  SUBGRAPH_TIMEOUT_MS: 3_000,
  SUBGRAPH_HEADERS_TIMEOUT_MS: 2_500,
  SUBGRAPH_BODY_TIMEOUT_MS: 1_000,
});

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
const WELL = { ...WITHOUT_POLICE, lateUnit: { name: 'Công an' } };

const dripping: Behaviour = (socket) => {
  socket.write(HEAD);
  const drip = setInterval(() => socket.write('1\r\n \r\n'), 30);
  socket.once('close', () => clearInterval(drip));
};

describe('FLT-02: of a body only its own part is lost, in time', () => {
  test.each<[string, Behaviour]>([
    ['that drips', dripping],
    ['that stalls after its head', (socket) => void socket.write(HEAD)],
    ['that stalls within', (socket) => void socket.write(`${HEAD}5\r\n{"dat\r\n`)],
    [
      'whose connection is reset within',
      (socket) => void socket.write(`${HEAD}5\r\n{"dat\r\n`, () => socket.resetAndDestroy()),
    ],
    ['that ends within', (socket) => void socket.end(`${HEAD}5\r\n{"dat\r\n`)],
  ])('%s', async (_, how) => {
    police.answers(how);
    const began = performance.now();

    const { status, data, errors, text } = await police.ask(ALL_THREE);

    expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
    expect(text).not.toMatch(INTERNAL);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('FLT-04: when the client leaves', () => {
  test('what runs for it is given up, and nothing further is asked', async () => {
    const asked = Promise.withResolvers<void>();
    const left = Promise.withResolvers<number>();
    police.answers((socket) => {
      socket.once('close', () => left.resolve(performance.now()));
      asked.resolve();
    });
    const leaving = new AbortController();
    const answer = police.ask('{ lateUnit { name medals } }', { signal: leaving.signal });
    await asked.promise;

    const began = performance.now();
    leaving.abort();

    await expect(answer).rejects.toThrow('aborted');
    expect((await left.promise) - began).toBeLessThan(1_000);
    expect(police.asked()).toBe(1);
    expect(police.lines()).toMatchObject([{ reason: expect.stringMatching(/^(left|silent)$/) }]);
  });
});

describe('FLT-05: a server that fails half of the time and then is well', () => {
  test('is left alone, then tried by one request at a time, then asked as before, and others never notice', async () => {
    const weather = { isBad: true, asked: 0 };
    const faulty = await faultyServer((request, response) => {
      weather.asked += 1;
      const isBad = weather.isBad && weather.asked % 2 === 1;
      answering(isBad ? 503 : 200, isBad ? '{}' : GOOD)(request, response);
    });
    const { hub, circuits } = await stormySite(faulty.url, {
      SUBGRAPH_RETRIES: 0,
      SUBGRAPH_BREAKER_MINIMUM: 8,
      SUBGRAPH_BREAKER_OPEN_MS: 100,
      SHARE_FETCHES: false,
    });
    for (let n = 0; n < 9; n += 1) await hub.ask(ALL_THREE);
    const opened = circuits.map(({ state }) => state);
    weather.isBad = false;

    const before = weather.asked;
    const others = [];
    const closed = () => circuits.at(-1)?.state === 'closed';
    for (let n = 0; n < 60 && !closed(); n += 1) {
      await Promise.all(Array.from({ length: 5 }, () => hub.ask(ALL_THREE)));
      others.push((await hub.ask(OTHERS)).errors);
    }

    expect(opened).toEqual(['open']);
    expect(circuits.map(({ state }) => state)).toEqual(['open', 'half-open', 'closed']);
    expect(weather.asked - before).toBeLessThan(3 + 5);
    expect((await hub.ask(ALL_THREE)).data).toEqual(WELL);
    expect(others.filter(Boolean)).toEqual([]);
  });
});

describe('FLT-06: a change', () => {
  const RENAME = `mutation { rename(id: "${tinyId('Org', 1)}", name: "Mới") { name } }`;
  let asked = 0;
  const answered =
    (head: string): Behaviour =>
    (socket) =>
      void socket.end(`HTTP/1.1 ${head}\r\ncontent-length: 0\r\n\r\n`);

  test.each<[string, Behaviour]>([
    ['whose connection is reset after it was made', (socket) => socket.resetAndDestroy()],
    ['whose connection is closed after it was made', (socket) => void socket.end()],
    ['whose answer is cut', (socket) => void socket.end(httpText('{"data":', 100))],
    ['that meets 429', answered('429 No\r\nretry-after: 0')],
    ['that meets 503', answered('503 No\r\nretry-after: 0')],
  ])('is sent once: %s', async (_, how) => {
    asked = 0;
    const url = await rawServer((socket: Socket) =>
      socket.once('data', () => {
        asked += 1;
        how(socket);
      }),
    );
    const hub = await gatewayOn(
      supergraphOf([tinyUnion()], () => url),
      reachOverHttp,
      { reachSettings: { SUBGRAPH_RETRIES: 5 } },
    );

    const { errors } = await hub.ask(RENAME);

    expect(errors).toMatchObject([
      { path: ['rename'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'union' } },
    ]);
    expect(asked).toBe(1);
  });

  test.each([
    ['is asked once more after the time that the server wants, if there is so much', '0', 2],
    ['is not asked again where there is not', '60', 1],
  ])('and a query %s', async (_, wait, times) => {
    let tries = 0;
    const faulty = await faultyServer((request, response) => {
      tries += 1;
      answering(tries === 1 ? 429 : 200, tries === 1 ? '{}' : GOOD, { 'retry-after': wait })(
        request,
        response,
      );
    });
    const { hub } = await stormySite(faulty.url, { SUBGRAPH_RETRIES: 1 });

    const { data } = await hub.ask(ALL_THREE);

    expect({ data, tries }).toEqual({ data: times === 2 ? WELL : WITHOUT_POLICE, tries: times });
  });
});

describe('FLT-08: a server is not asked', () => {
  /** A server by https that says it is 127.0.0.1; its port. */
  async function secure(days: number, maxVersion: 'TLSv1.1' | 'TLSv1.3' = 'TLSv1.3') {
    const identity = selfSigned(days);
    const options = { ...identity, maxVersion, minVersion: 'TLSv1' as const, ciphers: 'DEFAULT@SECLEVEL=0' };
    const server = createServer(options, answering(200, GOOD));
    const port = await listening(server, () => server.closeAllConnections());
    const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
    untilTheEnd({ stop: async () => rmSync(folder, { recursive: true }) });
    const file = join(folder, 'authorities.pem');
    writeFileSync(file, identity.cert);
    return { port, file };
  }

  const refused = async (url: string, file?: string) => {
    const { hub, lines } = await stormySite(url, {
      SUBGRAPH_RETRIES: 0,
      ...(file !== undefined && { SUBGRAPH_CA_FILE: file }),
    });
    const { data, errors, text } = await hub.ask(ALL_THREE);
    expect(data).toEqual(WITHOUT_POLICE);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } }]);
    expect(text).not.toMatch(INTERNAL);
    return lines[0];
  };

  test('whose name nobody knows', async () => {
    const line = await refused('http://police.invalid:4000');

    expect(line).toMatchObject({
      level: 40,
      subgraph: 'police',
      detail: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  test('whose certificate is for another name', async () => {
    const { port, file } = await secure(30);

    expect(await refused(`https://localhost:${port}`, file)).toMatchObject({
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });

  test('whose certificate has expired', async () => {
    const { port, file } = await secure(-2);

    expect(await refused(`https://127.0.0.1:${port}`, file)).toMatchObject({ detail: 'CERT_HAS_EXPIRED' });
  });

  test('that vouches for itself', async () => {
    const { port } = await secure(30);

    expect(await refused(`https://127.0.0.1:${port}`)).toMatchObject({
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test('that knows no newer TLS than 1.1', async () => {
    const { port, file } = await secure(30, 'TLSv1.1');

    expect(await refused(`https://127.0.0.1:${port}`, file)).toMatchObject({
      detail: expect.stringMatching(/^(ERR_SSL|ECONNRESET)/),
    });
  });

  test('unless it can show who it is', async () => {
    const { port, file } = await secure(30);
    const { hub } = await stormySite(`https://127.0.0.1:${port}`, { SUBGRAPH_CA_FILE: file });

    expect((await hub.ask(ALL_THREE)).data).toEqual(WELL);
  });
});
