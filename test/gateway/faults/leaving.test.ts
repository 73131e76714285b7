import { expect, test } from '@jest/globals';
import { faultyServer } from '../../support/faulty-server.js';
import { ALL_THREE, SHORT, stormySite } from './site.js';

const SLOW = { SUBGRAPH_TIMEOUT_MS: 60_000, SUBGRAPH_HEADERS_TIMEOUT_MS: 60_000 };

test('when the client leaves, the server sees its connection close, and nobody is warned', async () => {
  const asked = Promise.withResolvers<void>();
  const faulty = await faultyServer(() => asked.resolve());
  const { hub, lines } = await stormySite(faulty.url, SLOW);
  const leaving = new AbortController();
  const answer = hub.ask(ALL_THREE, { signal: leaving.signal });
  await asked.promise;

  leaving.abort();

  await expect(answer).rejects.toThrow('aborted');
  await faulty.abandoned;
  expect(lines).toMatchObject([{ level: 20, subgraph: 'police', reason: 'left' }]);
});

test('when a client leaves the queue, its fetch is never sent', async () => {
  const asked = Promise.withResolvers<void>();
  const faulty = await faultyServer((request) => {
    request.resume();
    asked.resolve();
  });
  const { hub, lines } = await stormySite(faulty.url, {
    ...SHORT,
    SUBGRAPH_CONNECTIONS: 1,
    SHARE_FETCHES: false,
  });
  const first = hub.ask(ALL_THREE);
  await asked.promise;
  const leaving = new AbortController();
  const second = hub.ask(ALL_THREE, { signal: leaving.signal });
  await hub.ask('{ medalNames }');

  leaving.abort();
  await expect(second).rejects.toThrow('aborted');
  await first;

  expect(faulty.requests).toHaveLength(1);
  expect(lines.map(({ reason }) => reason)).toEqual(['left', 'time-out']);
});

test('when one of two clients with the same question leaves, the other gets its answer', async () => {
  const asked = Promise.withResolvers<() => void>();
  const faulty = await faultyServer((request, response) => {
    request.resume();
    asked.resolve(() => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ data: { lateUnit: { name: 'Công an' } } }));
    });
  });
  const { hub } = await stormySite(faulty.url, SLOW);
  const leaving = new AbortController();
  const first = hub.ask(ALL_THREE, { signal: leaving.signal });
  const answer = await asked.promise;
  const second = hub.ask(ALL_THREE);
  await hub.ask('{ medalNames }');

  leaving.abort();
  await expect(first).rejects.toThrow('aborted');
  answer();

  expect((await second).data).toMatchObject({ lateUnit: { name: 'Công an' } });
  expect(faulty.requests).toHaveLength(1);
});
