import { afterEach, beforeEach, jest } from '@jest/globals';
import type { Worker } from 'node:cluster';
import { generateKeyPairSync } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { pino } from 'pino';
import { Workers, type WorkersOptions } from '../../../gateway/workers/workers.js';

/** A process whose life the test tells; it obeys signals only where the test says so. */
export class FakeProcess extends EventEmitter {
  readonly signals: string[] = [];
  readonly sent: unknown[] = [];
  isOver = false;
  readonly process: { readonly pid?: number; readonly kill: (signal: string) => boolean };

  constructor(pid: number | undefined) {
    super();
    this.process = { pid, kill: (signal) => this.signals.push(signal) > 0 };
  }

  isConnected(): boolean {
    return !this.isOver;
  }

  send(message: unknown): boolean {
    this.sent.push(message);
    this.emit('sent', message);
    return true;
  }

  answers(): void {
    this.emit('message', { isReady: true });
  }

  ends(code = 0): void {
    this.isOver = true;
    this.emit('exit', code, null);
  }
}

/** Gives each test of a file a clock that goes on only as the test says. */
export function onAClockOfItsOwn(): void {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}

/** Processes that are made for the test, in the order in which they were asked for. */
export class FakeProcesses {
  readonly made: FakeProcess[] = [];

  /** Whether the system makes no process at all. */
  refuses(): boolean {
    return false;
  }

  readonly fork = (): Worker => {
    if (this.refuses()) throw new Error('spawn ENOMEM');
    const made = new FakeProcess(this.made.length + 1);
    this.made.push(made);
    return made as unknown as Worker;
  };

  get live(): readonly FakeProcess[] {
    return this.made.filter(({ isOver }) => !isOver);
  }

  at(index: number): FakeProcess {
    const made = this.made[index];
    if (!made) throw new Error(`process ${index} was not made`);
    return made;
  }
}

const log = pino({ level: 'silent' });
const { privateKey: signingKey } = generateKeyPairSync('ed25519');

/** Starts processes that the test tells when to answer. */
export function starting(
  { fork }: Pick<FakeProcesses, 'fork'>,
  options: Partial<WorkersOptions> = {},
): Promise<Workers> {
  return Workers.start({
    count: 2,
    signingKey,
    startLimitMs: 90_000,
    stopLimitMs: 30_000,
    log,
    fork,
    ...options,
  });
}

/** Two processes that answer. */
export async function twoThatAnswer(
  processes: FakeProcesses,
  options: Partial<WorkersOptions> = {},
): Promise<Workers> {
  const started = starting(processes, options);
  for (const each of processes.made) each.answers();
  return started;
}

/** Waits until everything that is under way got as far as it can by itself. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
