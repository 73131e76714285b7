import { describe, expect, test } from '@jest/globals';
import { HTTP_DEFAULTS } from '../../../schema/contract/serve.js';
import { faultyServer } from '../../support/faulty-server.js';
import { hubOverHttp } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { hub, send } from './send.js';

describe('health', () => {
  test('live and ready are told apart', async () => {
    const { url } = await hub({ isReady: async () => false });

    const [live, ready] = await Promise.all([
      send(`${url}/health/live`, {}),
      send(`${url}/health/ready`, {}),
    ]);

    expect(live).toMatchObject({ status: 200, body: '{"status":"live"}\n' });
    expect(ready).toMatchObject({ status: 503, body: '{"status":"not ready"}\n' });
  });

  test.each([
    ['true', 200, async () => true],
    ['an error', 503, async () => Promise.reject(new Error('no database'))],
    ['no answer in time', 503, async () => new Promise<boolean>(() => undefined)],
  ])('a check that gives %s is told as %i', async (_, status, isReady) => {
    const { url } = await hub({ isReady, http: { ...HTTP_DEFAULTS, HTTP_READY_TIMEOUT_MS: 100 } });

    expect(await send(`${url}/health/ready`, {})).toMatchObject({ status });
  });
});

describe('the health of a gateway before subgraphs over HTTP', () => {
  const NOWHERE = 'http://127.0.0.1:9';
  const subgraphs = () => [tinyUnion(), tinyPolice(), tinyAwards()];

  test('is ready while one of them answers, and tells which do, without addresses', async () => {
    const { url } = await hubOverHttp(subgraphs(), { police: NOWHERE });

    const { status, body } = await send(`${url}/health/ready`, {});

    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      status: 'ready',
      subgraphs: { union: 'ready', police: 'not ready', awards: 'ready' },
    });
    expect(body).not.toContain('127.0.0.1');
  });

  test('is not ready when none of them answers', async () => {
    const nowhere = { union: NOWHERE, police: NOWHERE, awards: NOWHERE };
    const { url } = await hubOverHttp(subgraphs(), nowhere);

    const { status, body } = await send(`${url}/health/ready`, {});

    expect(status).toBe(503);
    expect(JSON.parse(body)).toMatchObject({ status: 'not ready', subgraphs: { awards: 'not ready' } });
  });

  test('is told in time when one of them hangs, and asks it once for many', async () => {
    const hanging = await faultyServer((request) => void request.resume());
    const http = { ...HTTP_DEFAULTS, HTTP_READY_TIMEOUT_MS: 300 };
    const { url } = await hubOverHttp(subgraphs(), { police: hanging.url }, { http });

    const answers = await Promise.all([1, 2, 3].map(() => send(`${url}/health/ready`, {})));

    for (const { status, body } of answers) {
      expect(status).toBe(200);
      expect(JSON.parse(body)).toMatchObject({ subgraphs: { police: 'not ready', union: 'ready' } });
    }
    expect(hanging.requests).toHaveLength(1);
  });
});
