import { afterEach, describe, expect, test } from '@jest/globals';
import { post } from '../../../gateway/reach/post.js';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

const REQUEST = { path: '/', headers: { 'content-type': 'application/json' }, body: '{}' };
const NEVER = new AbortController().signal;

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A server with one connection to it. */
async function aServer(answer: RequestListener): Promise<{ readonly server: Server; readonly pool: Pool }> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { connections: 1 });
  open.push(
    () => new Promise((resolve) => server.close(resolve)),
    async () => pool.destroy(),
  );
  return { server, pool };
}

describe('a request to a subgraph', () => {
  test('fails at once when the pool is closed', async () => {
    const { pool } = await aServer((_, response) => void response.end());
    await pool.destroy();

    const posted = post(pool, REQUEST, { wanted: NEVER, milliseconds: 60_000 });

    await expect(posted).rejects.toMatchObject({ code: 'UND_ERR_DESTROYED' });
  });

  test('is not sent when nobody wants its answer', async () => {
    let asked = 0;
    const { pool } = await aServer((_, response) => void response.end(String((asked += 1))));

    const posted = post(pool, REQUEST, { wanted: AbortSignal.abort(), milliseconds: 60_000 });

    await expect(posted).rejects.toMatchObject({ reason: 'no longer wanted' });
    expect(asked).toBe(0);
  });

  test('given up before it has a connection, it is never sent and costs no connection', async () => {
    const waiting: ServerResponse[] = [];
    let connections = 0;
    const { server, pool } = await aServer((_, response) => void waiting.push(response));
    server.on('connection', () => (connections += 1));
    const patience = { wanted: NEVER, milliseconds: 60_000 };
    const first = post(pool, REQUEST, patience);
    await once(server, 'request');

    const queued = post(pool, REQUEST, { wanted: NEVER, milliseconds: 10 });
    await expect(queued).rejects.toMatchObject({ reason: 'time-out' });
    const last = post(pool, REQUEST, patience);
    waiting[0]?.end('first');
    await once(server, 'request');
    waiting[1]?.end('last');

    expect([(await first).text, (await last).text, waiting.length]).toEqual(['first', 'last', 2]);
    expect(connections).toBe(1);
  });
});
