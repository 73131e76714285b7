import { describe, expect, test } from '@jest/globals';
import { sharedHub } from '../../support/tiny-hub.js';
import { hub, REQUEST_ID, send } from './send.js';

const usual = sharedHub(() => hub());

describe('paths and methods', () => {
  test.each([
    ['GET', '/nothing', 404, undefined],
    ['POST', '/nothing', 404, undefined],
    ['POST', '/health/live', 405, 'GET, HEAD'],
    ['PUT', '/graphql', 405, 'GET, POST'],
    ['HEAD', '/graphql', 405, 'GET, POST'],
  ])('%s %s answers %i', async (method, path, status, allow) => {
    const { url } = usual;

    const sent = await send(url + path, { method });

    expect(sent).toMatchObject({ status, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(sent.headers.allow).toBe(allow);
    expect(sent.headers['x-request-id']).toMatch(REQUEST_ID);
  });

  test('no answer tells which software gave it', async () => {
    const { url } = usual;

    const answers = await Promise.all(['/', '/graphql', '/health/live'].map((path) => send(url + path, {})));

    for (const { headers } of answers) {
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  test('the sandbox answers its own pages, HEAD without the body', async () => {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'",
    };
    const explorer = {
      respond: (path: string) =>
        path === '/' ? { status: 200, headers, body: Buffer.from('<p>Chào</p>') } : null,
    };
    const { url } = await hub({ explorer });

    const [page, head, beside] = await Promise.all([
      send(url),
      send(url, { method: 'HEAD' }),
      send(`${url}/assets/x.js`, {}),
    ]);

    expect(page).toMatchObject({ status: 200, headers, body: '<p>Chào</p>' });
    expect(head).toMatchObject({ status: 200, headers: { ...headers, 'content-length': '12' }, body: '' });
    expect(beside.status).toBe(404);
  });

  test('the sandbox offers the examples that this supergraph can answer', async () => {
    const explorer = { respond: () => null };
    const example = { id: 'Q1', group: 'EXPLORER' as never, vi: 'Gì?', en: 'What?', variables: {} };
    const examples = [
      { ...example, query: '{ medalNames }' },
      { ...example, id: 'Q2', query: '{ elsewhere }' },
    ];
    const { url } = await hub({ explorer, examples });

    const { body } = await send(`${url}/examples.json`, {});

    expect(JSON.parse(body)).toEqual([examples[0]]);
  });
});
