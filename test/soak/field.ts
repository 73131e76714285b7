import { killed, startScript, type SoakProcess } from './processes.js';
import { freePort } from '../bench/gateway/processes/port.js';
import { supergraphOf } from '../support/tiny-supergraph.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../support/tiny-subgraphs.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The gateway with its subgraphs, each in a process of its own. */
export interface Field {
  readonly url: string;
  readonly gateway: SoakProcess;
  /** Those that fall down, by name. */
  readonly subgraphs: Map<string, SoakProcess>;
  /** Kills a subgraph, starts it again on its port after a while, and waits until it answers. Unit of the pause: milliseconds. */
  strike(name: string, pause: number): Promise<void>;
  stop(): Promise<void>;
}

/** Longest wait for a process to answer. Unit: milliseconds. */
const START_LIMIT = 30_000;
/** Pause between two looks whether it does. Unit: milliseconds. */
const LOOK_EVERY = 100;

/** Starts everything. @throws Error when the gateway does not come up. */
export async function startField(): Promise<Field> {
  const folder = mkdtempSync(join(tmpdir(), 'soak-'));
  const all = [tinyUnion(), tinyPolice(), tinyAwards()];
  const ports = new Map<string, number>();
  for (const { name } of all) ports.set(name, await freePort());
  const start = (name: string): SoakProcess =>
    startScript({ path: 'test/soak/subgraph.ts', args: [name, String(ports.get(name))] });
  const subgraphs = new Map(all.map(({ name }) => [name, start(name)]));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(
    file,
    supergraphOf(all, (name) => `http://127.0.0.1:${ports.get(name)}`),
  );
  const port = await freePort();
  const args = ['--supergraph', file, '--port', String(port)];
  const gateway = startScript({ path: 'dist/gateway/main.js', args });
  const stop = async (): Promise<void> => {
    await Promise.all([gateway, ...subgraphs.values()].map(killed));
    rmSync(folder, { recursive: true });
  };
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/health/ready`).catch(async (error: unknown) => {
    await stop();
    throw new Error(`The gateway does not come up: ${gateway.complaints.join('\n')}`, { cause: error });
  });
  const strike = async (name: string, pause: number): Promise<void> => {
    const victim = subgraphs.get(name);
    if (victim) await killed(victim);
    await delay(pause);
    subgraphs.set(name, start(name));
    await answering(`http://127.0.0.1:${ports.get(name)}/health/ready`);
  };
  return { url, gateway, subgraphs, strike, stop };
}

async function answering(url: string): Promise<void> {
  const end = performance.now() + START_LIMIT;
  for (;;) {
    const isGood = await fetch(url)
      .then(({ ok }) => ok)
      .catch(() => false);
    if (isGood) return;
    if (performance.now() > end) throw new Error(`${url} does not answer in time`);
    await delay(LOOK_EVERY);
  }
}
