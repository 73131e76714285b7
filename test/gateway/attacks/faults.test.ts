import { describe, expect, test } from '@jest/globals';
import type { Socket } from 'node:net';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { answering, faultyServer, type FaultyServer } from '../../support/faulty-server.js';
import { gatewayOn, supergraphOf } from '../../support/tiny-hub.js';
import { aTellingLog } from '../../support/telling-log.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { until } from '../../support/until.js';
import {
  ALL_THREE,
  GOOD,
  httpText,
  OTHERS,
  rawServer,
  stormySite,
  WITHOUT_POLICE,
  type LogLine,
} from '../faults/site.js';
import { aBadNeighbourhood, INTERNAL, UNHURRIED, type BadNeighbourhood, type Behaviour } from './site.js';

const police = aBadNeighbourhood();

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n';
const UNIT = { __typename: 'Unit', id: tinyId('Unit', 1), name: 'Công an' };
const dataOf = (data: object): string => JSON.stringify({ data });
const WELL = { ...WITHOUT_POLICE, lateUnit: { name: 'Công an' } };

const dripping: Behaviour = (socket) => {
  socket.write(HEAD);
  const drip = setInterval(() => socket.write('1\r\n \r\n'), 30);
  socket.once('close', () => clearInterval(drip));
};

describe('FLT-02: of a body only its own part is lost, in time and for its own reason', () => {
  const [whole, pauses] = [
    aBadNeighbourhood({ SUBGRAPH_TIMEOUT_MS: 3_000 }),
    aBadNeighbourhood({ SUBGRAPH_BODY_TIMEOUT_MS: 1_000 }),
  ];
  const [HALF, PAUSE] = [`${HEAD}5\r\n{"dat\r\n`, { reason: 'time-out', detail: 'UND_ERR_BODY_TIMEOUT' }];

  test.each<[string, BadNeighbourhood, Behaviour, LogLine]>([
    ['that drips', whole, dripping, { reason: 'time-out', detail: undefined }],
    ['that stalls after its head', pauses, (socket) => void socket.write(HEAD), PAUSE],
    ['that stalls within', pauses, (socket) => void socket.write(HALF), PAUSE],
    [
      'whose connection is reset within',
      police,
      (socket) => void socket.write(HALF, () => socket.resetAndDestroy()),
      // Where the reset comes before what was sent was read, no answer has begun.
      { reason: expect.stringMatching(/^(cut|reset)$/), detail: expect.any(String) },
    ],
    [
      'that ends within',
      police,
      (socket) => void socket.end(HALF),
      { reason: 'cut', detail: expect.any(String) },
    ],
  ])('%s', async (_, neighbourhood, how, why) => {
    neighbourhood.answers(how);

    const { status, data, errors, text } = await neighbourhood.ask(ALL_THREE);

    expect({ status, data }).toEqual({ status: 200, data: WITHOUT_POLICE });
    expect(errors).toMatchObject([
      { path: ['lateUnit'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police' } },
    ]);
    expect(text).not.toMatch(INTERNAL);
    expect(neighbourhood.lines().map(({ reason, detail }) => ({ reason, detail }))).toEqual([why]);
  });
});

describe('FLT-04: when the client leaves', () => {
  test('what runs for it is given up', async () => {
    const asked = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    police.answers((socket) => {
      socket.once('close', () => left.resolve());
      asked.resolve();
    });
    const leaving = new AbortController();
    const answer = police.ask('{ lateUnit { name medals } }', { signal: leaving.signal });
    await asked.promise;

    leaving.abort();

    await expect(answer).rejects.toThrow('aborted');
    await left.promise;
    expect(police.asked()).toBe(1);
    expect(police.lines()).toMatchObject([{ reason: expect.stringMatching(/^(left|silent)$/) }]);
  });

  test('nothing further is asked for it, also when others still get what it waited for', async () => {
    const [asked, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const agencies: Readonly<Record<string, FaultyServer>> = {
      union: await faultyServer(answering(200, dataOf({ orgs: { totalCount: 5 } }))),
      police: await faultyServer((request, response) => {
        asked.resolve();
        void left.promise.then(() => answering(200, dataOf({ lateUnit: UNIT }))(request, response));
      }),
      awards: await faultyServer(answering(200, dataOf({ _entities: [{ medals: 3 }] }))),
    };
    const timesAsked = (name: string): number => agencies[name]?.requests.length ?? 0;
    const told = aTellingLog();
    const hub = await gatewayOn(
      supergraphOf([tinyUnion(), tinyPolice(), tinyAwards()], (name) => agencies[name]?.url ?? ''),
      (options) => reachOverHttp({ ...options, log: told.log }),
    );
    const leaving = new AbortController();
    const first = hub.ask('{ lateUnit { name medals } }', { signal: leaving.signal });
    await asked.promise;
    const second = hub.ask('{ lateUnit { __typename id name } orgs { totalCount } }');
    await until(() => timesAsked('union') === 1);

    leaving.abort();
    await expect(first).rejects.toThrow('aborted');
    await told.said('"reason":"left"');
    left.resolve();

    expect((await second).data).toMatchObject({ lateUnit: UNIT });
    expect([timesAsked('police'), timesAsked('awards')]).toEqual([1, 0]);
    expect((await hub.ask('{ lateUnit { name medals } }')).data).toMatchObject({ lateUnit: { medals: 3 } });
    expect(timesAsked('awards')).toBe(1);
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
      ...UNHURRIED,
      SUBGRAPH_RETRIES: 0,
      SUBGRAPH_BREAKER_MINIMUM: 8,
      SUBGRAPH_BREAKER_WINDOW_MS: 600_000,
      SUBGRAPH_BREAKER_OPEN_MS: 100,
      SHARE_FETCHES: false,
    });
    while (circuits.length === 0) await hub.ask(ALL_THREE);
    const before = weather.asked;
    weather.isBad = false;

    const others = [];
    while (circuits.at(-1)?.state !== 'closed') {
      await Promise.all(Array.from({ length: 5 }, () => hub.ask(ALL_THREE)));
      others.push((await hub.ask(OTHERS)).errors);
    }

    expect(before).toBe(9);
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
