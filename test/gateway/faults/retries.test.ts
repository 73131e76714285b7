import { describe, expect, test } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { answering, faultyServer } from '../../support/faulty-server.js';
import { gatewayOn, supergraphOf } from '../../support/tiny-hub.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import { tinyAwards, tinyId, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { ALL_THREE, GOOD, httpText, rawServer, stormySite, WITHOUT_POLICE } from './site.js';

const ANSWERED = { ...WITHOUT_POLICE, lateUnit: { name: 'Công an' } };

/** Answers the first request in one way and all others well. */
function first(answer: RequestListener): RequestListener {
  let asked = 0;
  return (request, response) => {
    asked += 1;
    (asked === 1 ? answer : answering(200, GOOD))(request, response);
  };
}

const PASSING: Readonly<Record<string, RequestListener>> = {
  'cuts the connection before it answers': (request) => void request.socket.destroy(),
  'answers 502': answering(502, 'x', { 'content-type': 'text/plain' }),
  'answers 503': answering(503, '{}'),
  'answers 504': answering(504, '{}'),
  'answers 429 and wants to be asked again now': answering(429, '{}', { 'retry-after': '0' }),
};

describe('a query is sent once more', () => {
  test.each(Object.keys(PASSING))('when its server %s', async (what) => {
    const faulty = await faultyServer(first(PASSING[what] as RequestListener));
    const { hub, lines } = await stormySite(faulty.url);

    const { data, errors } = await hub.ask(ALL_THREE);

    expect({ data, errors }).toEqual({ data: ANSWERED, errors: undefined });
    expect([faulty.requests.length, lines]).toEqual([2, []]);
  });

  test('when its server closes a kept connection just then', async () => {
    const url = await rawServer((socket, connection) => {
      let asked = 0;
      socket.on('data', () => {
        asked += 1;
        if (connection === 1 && asked > 1) socket.destroy();
        else socket.write(httpText(GOOD));
      });
    });
    const { hub, lines } = await stormySite(url);
    await hub.ask(ALL_THREE);

    const { data } = await hub.ask(ALL_THREE);

    expect([data, lines]).toEqual([ANSWERED, []]);
  });
});

describe('a query is sent only once', () => {
  test('when its server wants more time than the client has', async () => {
    const faulty = await faultyServer(answering(429, '{}', { 'retry-after': '3600' }));
    const { hub, lines } = await stormySite(faulty.url);

    const { errors } = await hub.ask(ALL_THREE);

    expect(errors).toMatchObject([
      { extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'police', retryAfter: 3_600 } },
    ]);
    expect(faulty.requests).toHaveLength(1);
    expect(lines).toMatchObject([{ reason: 'busy', detail: 429 }]);
  });

  test('when its answer had begun', async () => {
    let asked = 0;
    const url = await rawServer((socket) =>
      socket.on('data', () => {
        asked += 1;
        socket.end(httpText(GOOD, 9_999));
      }),
    );
    const { hub } = await stormySite(url);

    const { errors } = await hub.ask(ALL_THREE);

    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(asked).toBe(1);
  });

  test('when its server says that it failed at it', async () => {
    const faulty = await faultyServer(answering(500, '{}'));
    const { hub } = await stormySite(faulty.url);

    await hub.ask(ALL_THREE);

    expect(faulty.requests).toHaveLength(1);
  });

  test('when retries are off', async () => {
    const faulty = await faultyServer(answering(503, '{}'));
    const { hub } = await stormySite(faulty.url, { SUBGRAPH_RETRIES: 0 });

    await hub.ask(ALL_THREE);

    expect(faulty.requests).toHaveLength(1);
  });
});

describe('a failing server is not flooded', () => {
  test('since many queries get few further tries', async () => {
    const faulty = await faultyServer(answering(503, '{}'));
    const { hub } = await stormySite(faulty.url, { SUBGRAPH_BREAKER_MINIMUM: 1_000, SHARE_FETCHES: false });

    await Promise.all(Array.from({ length: 60 }, () => hub.ask(ALL_THREE)));

    const further = faulty.requests.length - 60;
    expect(further).toBeGreaterThanOrEqual(3);
    expect(further).toBeLessThanOrEqual(3 + 0.1 * faulty.requests.length);
  });
});

const RENAME = `mutation { rename(id: "${tinyId('Org', 1)}", name: "Mới") { name } }`;

/** A hub whose union answers at another address. */
function hubWithUnionAt(url: string) {
  const subgraphs = [tinyUnion(), tinyPolice(), tinyAwards()];
  return gatewayOn(
    supergraphOf(subgraphs, () => url),
    reachOverHttp,
    { reachSettings: { SUBGRAPH_RETRIES: 5 } },
  );
}

describe('a change is sent exactly once', () => {
  test.each(Object.keys(PASSING))('when its server %s', async (what) => {
    const faulty = await faultyServer(first(PASSING[what] as RequestListener));
    const hub = await hubWithUnionAt(faulty.url);

    const { errors } = await hub.ask(RENAME);

    expect(errors).toMatchObject([
      { path: ['rename'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', agency: 'union' } },
    ]);
    expect(faulty.requests).toHaveLength(1);
  });

  test('when its server took it on a kept connection and then closed that', async () => {
    let asked = 0;
    const renamed = httpText(JSON.stringify({ data: { rename: { name: 'Mới' } } }));
    const url = await rawServer((socket) =>
      socket.on('data', () => {
        asked += 1;
        if (asked === 1) socket.write(renamed);
        else socket.destroy();
      }),
    );
    const hub = await hubWithUnionAt(url);
    await hub.ask(RENAME);

    const { errors } = await hub.ask(RENAME);

    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    expect(asked).toBe(2);
  });
});
