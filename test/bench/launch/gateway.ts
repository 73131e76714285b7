import { projectPath } from '../../../schema/contract/project.js';
import { mostResidentBytes, residentBytes } from '../gateway/processes/usage.js';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A gateway in a process of its own. */
export interface BenchedGateway {
  /** Address of its GraphQL. */
  readonly url: string;
  /** Longest pause of its event loop since this was asked last. Unit: milliseconds. */
  pause(): Promise<number>;
  /** Unit: bytes. */
  readonly memory: { now(): number; most(): number };
  stop(): Promise<void>;
}

/** What the histogram of Node says of a loop that never pauses: the resolution of its own timer. Unit: milliseconds. */
const RESOLUTION_MS = 10;

/** Starts a gateway from the build with these settings, and none of the shell's. */
export async function startGateway(settings: Readonly<Record<string, string>>): Promise<BenchedGateway> {
  const env = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: '0',
    METRICS_PORT: '0',
    ...settings,
  };
  const child = spawn(process.execPath, [projectPath('dist', 'gateway', 'main.js')], {
    cwd: projectPath(),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { graphql, metricsPort } = await toldBy(child);
  return {
    url: String(graphql),
    pause: () => pauseAt(`http://127.0.0.1:${String(metricsPort)}/metrics`),
    memory: {
      now: () => residentBytes(child.pid ?? 0),
      most: () => mostResidentBytes(child.pid ?? 0),
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function toldBy(child: ChildProcess): Promise<Readonly<Record<string, unknown>>> {
  const told: Record<string, unknown> = {};
  if (!child.stdout) throw new Error('The gateway tells nothing.');
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The gateway ended: ${JSON.stringify(told)}`)));
    lines.on('line', (line) => {
      const event = JSON.parse(line) as Readonly<Record<string, unknown>>;
      if (Number(event['level']) >= 40 && event['msg'] !== 'a release was refused')
        process.stderr.write(`${line}\n`);
      Object.assign(told, event);
      if (told['graphql'] && told['metricsPort']) resolve();
    });
  });
  return told;
}

async function pauseAt(url: string): Promise<number> {
  const text = await (await fetch(url)).text();
  const seconds = Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(text)?.[1]);
  return Math.max(seconds * 1_000 - RESOLUTION_MS, 0);
}
