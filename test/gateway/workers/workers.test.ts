import { describe, expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { startProcess, urlOf, type Started } from '../../support/process.js';
import { heard, sharedTwoProcesses, statusOf, told } from './two-processes.js';

jest.setTimeout(120_000);

/** Pause of each connection after an answer: the processes that start need the processor as well. Unit: milliseconds. */
const PAUSE_MS = 10;

const EXCHANGED = 'all processes of the gateway were exchanged';

/** They share one gateway, since each takes long to start; each goes on where the one before it ended. */
describe('a gateway of several processes', () => {
  const two = sharedTwoProcesses({ METRICS_PORT: '0' });

  test('publishes one key, whichever process answers', async () => {
    const url = await urlOf(two());

    const keys = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const pool = new Pool(url);
        const { body } = await pool.request({ method: 'GET', path: '/.well-known/jwks.json' });
        const key = await body.text();
        await pool.close();
        return key;
      }),
    );

    expect(new Set(keys).size).toBe(1);
  });

  test('shows on one port what all of them count', async () => {
    const url = await urlOf(two());
    const before = await answeredBy(two());

    for (let index = 0; index < 8; index += 1) {
      const pool = new Pool(url);
      await statusOf(pool);
      await pool.close();
    }

    expect((await answeredBy(two())) - before).toBe(8);
  });

  test('exchanges them one by one at SIGHUP: no request is lost, and what is counted never becomes less', async () => {
    const pool = new Pool(await urlOf(two()), { connections: 8 });
    const over = new AbortController();
    const statuses = new Set<number>();
    const asking = Array.from({ length: 8 }, async () => {
      for (; !over.signal.aborted; await pause(PAUSE_MS)) statuses.add(await statusOf(pool));
    });
    const counted = [await answeredBy(two())];

    process.kill(two().pid, 'SIGHUP');
    const renewed = two()
      .event(({ msg }) => msg === EXCHANGED)
      .finally(() => over.abort());
    for (; !over.signal.aborted; await pause(PAUSE_MS)) counted.push(await answeredBy(two()));
    await Promise.all([renewed, ...asking]);
    counted.push(await answeredBy(two()));
    await pool.close();

    expect([...statuses]).toEqual([200]);
    expect(told(two(), 'the gateway answers')).toHaveLength(4);
    expect(counted).toEqual(counted.toSorted((one, other) => one - other));
  });

  test('replaces one that was killed', async () => {
    const answering = told(two(), 'the gateway answers');
    const pid = Number(answering.at(-1)?.['pid']);

    process.kill(pid, 'SIGKILL');
    await heard(two(), 'the gateway answers', answering.length + 1);

    expect(told(two(), 'a process of the gateway ended')).toMatchObject([{ pid, signal: 'SIGKILL' }]);
  });

  test('ends with all its processes at SIGTERM, with code 0', async () => {
    const stopped = () => two().events.filter(({ en }) => en === 'Stopped').length;
    const before = stopped();

    expect(await two().end('SIGTERM')).toBe(0);
    expect(stopped() - before).toBe(3);
  });
});

test('a gateway of several processes ends when they cannot start, and says so', async () => {
  const args = ['--supergraph', '/nowhere/supergraph.graphql', '--port', '0', '--workers', '2'];
  const gateway = startProcess('gateway/main.js', args, {});

  expect(await gateway.ended).toBe(1);
  expect(gateway.events).toContainEqual(expect.objectContaining({ code: 'WORKER_FAILED' }));
  expect(gateway.events).toContainEqual(expect.objectContaining({ code: 'INVALID_SETTING' }));
});

/** How many requests its metrics say were answered well. */
async function answeredBy(gateway: Started): Promise<number> {
  const { metricsPort } = await gateway.event(({ msg }) => msg === 'the metrics are shown');
  const answer = await fetch(`http://127.0.0.1:${String(metricsPort)}/metrics`);
  return Number(/^gateway_requests_total\{status="200"\} (\d+)$/m.exec(await answer.text())?.[1] ?? 0);
}
