import { describe, expect, jest, test } from '@jest/globals';
import { Pool } from 'undici';
import { startProcess, urlOf } from '../../support/process.js';
import { statusOf, told, twoProcesses } from './two-processes.js';

jest.setTimeout(120_000);

const EXCHANGED = 'all processes of the gateway were exchanged';

describe('a gateway of several processes', () => {
  test('exchanges them one by one at SIGHUP, and no request is lost', async () => {
    const gateway = await twoProcesses();
    const pool = new Pool(await urlOf(gateway), { connections: 8 });
    const over = new AbortController();
    const statuses = new Set<number>();
    const asking = Array.from({ length: 8 }, async () => {
      while (!over.signal.aborted) statuses.add(await statusOf(pool));
    });

    process.kill(gateway.pid, 'SIGHUP');
    await gateway.event(({ msg }) => msg === EXCHANGED);
    over.abort();
    await Promise.all(asking);
    await pool.close();

    expect([...statuses]).toEqual([200]);
    expect(told(gateway, 'the gateway answers')).toHaveLength(4);
  });

  test('replaces one that was killed', async () => {
    const gateway = await twoProcesses();
    const { pid } = (await gateway.event(({ msg }) => msg === 'the gateway answers')) as { pid?: number };

    process.kill(Number(pid), 'SIGKILL');
    await gateway.event(() => told(gateway, 'the gateway answers').length === 3);

    expect(told(gateway, 'a process of the gateway ended')).toMatchObject([{ pid, signal: 'SIGKILL' }]);
  });

  test('publishes one key, whichever process answers', async () => {
    const gateway = await twoProcesses();
    const url = await urlOf(gateway);

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
    const gateway = await twoProcesses({ METRICS_PORT: '0' });
    const { metricsPort } = await gateway.event(({ msg }) => msg === 'the metrics are shown');
    const url = await urlOf(gateway);

    for (let index = 0; index < 8; index += 1) {
      const pool = new Pool(url);
      await statusOf(pool);
      await pool.close();
    }

    expect(await metricsAt(metricsPort)).toContain('gateway_requests_total{status="200"} 8');
  });

  test('shows what they count also while they are exchanged, and after it no less than before', async () => {
    const gateway = await twoProcesses({ METRICS_PORT: '0' });
    const { metricsPort } = await gateway.event(({ msg }) => msg === 'the metrics are shown');
    const pool = new Pool(await urlOf(gateway));
    for (let index = 0; index < 8; index += 1) await statusOf(pool);
    await pool.close();

    process.kill(gateway.pid, 'SIGHUP');
    const renewed = gateway.event(({ msg }) => msg === EXCHANGED);
    const during = await metricsAt(metricsPort);
    await renewed;
    const after = await metricsAt(metricsPort);

    expect(during).toContain('gateway_requests_total{status="200"} 8');
    expect(after).toContain('gateway_requests_total{status="200"} 8');
  });

  test('ends with all its processes at SIGTERM, with code 0', async () => {
    const gateway = await twoProcesses();

    expect(await gateway.end('SIGTERM')).toBe(0);
    expect(gateway.events.filter(({ en }) => en === 'Stopped')).toHaveLength(3);
  });
});

test('a gateway of several processes ends when they cannot start, and says so', async () => {
  const args = ['--supergraph', '/nowhere/supergraph.graphql', '--port', '0', '--workers', '2'];
  const gateway = startProcess('gateway/main.js', args, {});

  expect(await gateway.ended).toBe(1);
  expect(gateway.events).toContainEqual(expect.objectContaining({ code: 'WORKER_FAILED' }));
  expect(gateway.events).toContainEqual(expect.objectContaining({ code: 'INVALID_SETTING' }));
});

async function metricsAt(port: unknown): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`);
  return answer.text();
}
