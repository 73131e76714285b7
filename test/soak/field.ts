import { freePort } from '../bench/gateway/processes/port.js';
import { supergraphOf } from '../support/tiny-supergraph.js';
import { ENVIRONMENT } from './environment.js';
import { agencies } from './graph/agencies.js';
import { Health } from './judge/health.js';
import { startLure, type Lure } from './lure.js';
import { killed, replyTo, startScript, tell, type SoakProcess } from './processes.js';
import type { Mood } from './subgraph/moods.js';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** What the gateway stands on, beside its subgraphs. */
export interface FieldOptions {
  /** Address of the keys that sign callers' tokens. */
  readonly keys: string;
}

/** Longest wait for a process to answer. Unit: milliseconds. */
const START_LIMIT = 60_000;
/** Pause between two looks whether it does. Unit: milliseconds. */
const LOOK_EVERY = 100;

/** The gateway with its subgraphs, each in a process of its own. */
export class Field {
  /** Those that are struck, by name. */
  readonly subgraphs = new Map<string, SoakProcess>();
  /** Which of them are ill, or were. */
  readonly health = new Health();
  /** Told when one of them ends by itself. */
  onEnd?: (words: string) => void;
  private readonly ports = new Map<string, number>();
  private readonly folder = mkdtempSync(join(tmpdir(), 'soak-'));
  private running: { readonly gateway: SoakProcess; readonly url: string } | undefined;

  private constructor(readonly lure: Lure) {}

  /** Starts everything. @throws Error when the gateway does not come up. */
  static async start({ keys }: FieldOptions): Promise<Field> {
    const field = new Field(await startLure());
    try {
      await field.startSubgraphs();
      await field.startGateway(keys);
      return field;
    } catch (error) {
      await field.stop();
      throw error;
    }
  }

  get url(): string {
    return this.started.url;
  }

  get gateway(): SoakProcess {
    return this.started.gateway;
  }

  /** The keys of all changes that subgraphs made, in the order in which each made them. */
  get ledger(): readonly string[] {
    return readFileSync(this.ledgerFile, { encoding: 'utf8', flag: 'a+' }).split('\n').filter(Boolean);
  }

  /** Kills a subgraph, starts it again on its port after a while, and waits until it answers. Unit of the pause: milliseconds. */
  async kill(name: string, pause: number): Promise<void> {
    const victim = this.subgraphs.get(name);
    this.health.fall(name);
    if (victim) await killed(victim);
    await delay(pause);
    this.startSubgraph(name);
    await this.answering(`${this.urlOf(name)}/health/ready`);
    this.health.recover(name);
  }

  /** Has a subgraph behave badly for a while. Unit of the time: milliseconds. */
  async spoil(name: string, mood: Mood, time: number): Promise<void> {
    const spoiled = this.subgraphs.get(name);
    this.health.fall(name);
    if (spoiled) tell(spoiled, mood);
    await delay(time);
    if (spoiled) tell(spoiled, 'well');
    this.health.recover(name);
  }

  /** How many subscriptions all subgraphs serve. */
  async listeners(): Promise<number> {
    const all = await Promise.all(
      [...this.subgraphs.values()].map((each) => replyTo<number>(each, 'listeners')),
    );
    return all.reduce((sum, each) => sum + each, 0);
  }

  async stop(): Promise<void> {
    const all = [...this.subgraphs.values(), ...(this.running ? [this.running.gateway] : [])];
    await Promise.all(all.map(killed));
    await this.lure.stop();
    rmSync(this.folder, { recursive: true });
  }

  private get started() {
    if (!this.running) throw new Error('The gateway does not run.');
    return this.running;
  }

  private get ledgerFile(): string {
    return join(this.folder, 'ledger');
  }

  private urlOf(name: string): string {
    return `http://127.0.0.1:${this.ports.get(name)}`;
  }

  private async startSubgraphs(): Promise<void> {
    for (const { name } of agencies()) {
      this.ports.set(name, await freePort());
      this.startSubgraph(name);
    }
    await Promise.all(
      [...this.ports.keys()].map((name) => this.answering(`${this.urlOf(name)}/health/ready`)),
    );
  }

  private startSubgraph(name: string): void {
    const args = [name, String(this.ports.get(name)), this.ledgerFile, this.lure.url];
    const started = startScript({ path: 'test/soak/subgraph/main.ts', args });
    started.onEnd = (words) => this.onEnd?.(`the agency ${name}: ${words}`);
    this.subgraphs.set(name, started);
  }

  private async startGateway(keys: string): Promise<void> {
    const file = join(this.folder, 'supergraph.graphql');
    writeFileSync(
      file,
      supergraphOf(agencies(), (name) => this.urlOf(name)),
    );
    const port = await freePort();
    const gateway = startScript({
      path: 'dist/gateway/main.js',
      args: ['--supergraph', file, '--port', String(port), '--jwks', keys],
      nodeOptions: ['--expose-gc', '--import', new URL('gauge.ts', import.meta.url).href],
      env: ENVIRONMENT,
    });
    const said: string[] = [];
    gateway.onComplaint = (words) => void said.push(words);
    gateway.onEnd = gateway.onComplaint;
    this.running = { gateway, url: `http://127.0.0.1:${port}` };
    await this.answering(`${this.url}/health/ready`).catch((error: unknown) => {
      throw new Error(`The gateway does not come up: ${said.join('\n')}`, { cause: error });
    });
  }

  private async answering(url: string): Promise<void> {
    const end = performance.now() + START_LIMIT;
    while (!(await isGood(url))) {
      if (performance.now() > end) throw new Error(`${url} does not answer in time`);
      await delay(LOOK_EVERY);
    }
  }
}

function isGood(url: string): Promise<boolean> {
  return fetch(url)
    .then(async (response) => {
      await response.body?.cancel();
      return response.ok;
    })
    .catch(() => false);
}
