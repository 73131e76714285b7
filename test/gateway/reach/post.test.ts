import { afterEach, describe, expect, test } from '@jest/globals';
import { Leaving } from '../../../gateway/reach/leaving.js';
import { post, type Patience, type Post } from '../../../gateway/reach/post.js';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';

const REQUEST = { path: '/', headers: { 'content-type': 'application/json' }, body: '{}' };
const JSON_HEAD = { 'content-type': 'application/json' };
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

/** Waits so long, and counts how often the connection is given back. */
function patience(milliseconds = 60_000, signal = NEVER) {
  const waiting = {
    leaving: new Leaving(signal),
    deadline: performance.now() + milliseconds,
    now: performance.now(),
    releases: 0,
    released,
  };
  function released(): void {
    waiting.releases += 1;
  }
  return waiting;
}

type Waiting = Patience & { readonly released: () => void };

function posted(pool: Pool, request: Post, { released, ...patience }: Waiting): Promise<string> {
  return new Promise((answered, failed) => post(pool, request, patience, { answered, failed, released }));
}

describe('a request to a subgraph', () => {
  test('fails at once when the pool is closed', async () => {
    const { pool } = await aServer((_, response) => void response.end());
    await pool.destroy();

    const answer = posted(pool, REQUEST, patience());

    await expect(answer).rejects.toMatchObject({ reason: 'closed', isFault: false });
  });

  test('is not sent when nobody wants its answer', async () => {
    let asked = 0;
    const { pool } = await aServer((_, response) => void response.end(String((asked += 1))));
    const unwanted = patience(60_000, AbortSignal.abort());

    const answer = posted(pool, REQUEST, unwanted);

    await expect(answer).rejects.toMatchObject({ reason: 'left' });
    expect([asked, unwanted.releases]).toEqual([0, 1]);
  });

  test('given up before it has a connection, it is never sent and costs no connection', async () => {
    const waiting: ServerResponse[] = [];
    let connections = 0;
    const { server, pool } = await aServer((_, response) => void waiting.push(response));
    server.on('connection', () => (connections += 1));
    const first = posted(pool, REQUEST, patience());
    await once(server, 'request');
    const short = patience(10);

    const queued = posted(pool, REQUEST, short);
    await expect(queued).rejects.toMatchObject({ reason: 'time-out' });
    expect(short.releases).toBe(0);
    const last = posted(pool, REQUEST, patience());
    waiting[0]?.writeHead(200, JSON_HEAD).end('first');
    await once(server, 'request');
    waiting[1]?.writeHead(200, JSON_HEAD).end('last');

    expect([await first, await last, waiting.length]).toEqual(['first', 'last', 2]);
    expect([connections, short.releases]).toEqual([1, 1]);
  });

  test('gives its connection back once, when it is over', async () => {
    const { pool } = await aServer((_, response) => void response.writeHead(200, JSON_HEAD).end('{}'));
    const usual = patience();

    await posted(pool, REQUEST, usual);

    expect(usual.releases).toBe(1);
  });

  test('reads what comes in many small pieces as one text', async () => {
    const text = 'Công đoàn Việt Nam '.repeat(50);
    const { pool } = await aServer((_, response) => {
      response.writeHead(200, JSON_HEAD);
      for (const byte of Buffer.from(text)) response.write(Buffer.of(byte));
      response.end();
    });

    await expect(posted(pool, REQUEST, patience())).resolves.toBe(text);
  });

  test('does not take what comes before the answer for the answer', async () => {
    const { pool } = await aServer((_, response) => {
      response.writeEarlyHints({ link: '</a>; rel=preload' }, () => {
        response.writeHead(200, JSON_HEAD).end('{}');
      });
    });

    await expect(posted(pool, REQUEST, patience())).resolves.toBe('{}');
  });
});
