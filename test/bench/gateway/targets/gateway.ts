import { LoadClient } from '../load/client.js';
import { startPinned, type Pinned } from '../processes/pinned.js';
import { freePort } from '../processes/port.js';
import type { ClientRequest } from '../work/work.js';
import type { Place, Target } from './target.js';
import { setTimeout as delay } from 'node:timers/promises';

/** A gateway that runs and answers. */
export interface Gateway {
  readonly target: Target;
  readonly process: Pinned;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From its start to its first answer. Unit: milliseconds. */
  readonly readyAfter: number;
  /** The parsed answer to one request. @throws Error when it is none. */
  ask(request: ClientRequest): Promise<GatewayAnswer>;
}

/** What a client is told. */
export interface GatewayAnswer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

const OK = 200;

/** How much of an answer that is none is told. Unit: characters. */
const SHOWN = 300;

/** Longest time to the first answer. Unit: milliseconds. */
const START_LIMIT = 30_000;

/** Pause between two looks whether it answers. Unit: milliseconds. */
const LOOK_EVERY = 5;

/**
 * While the others are measured a gateway rests for seconds; V8 would make use of that to give memory back, and take it anew
 * while the gateway is measured.
 */
const RESTLESS = ['--no-memory-reducer'];

/** Starts a gateway on its core. @throws Error with its last words when it does not come up. */
export async function startGateway(
  target: Target,
  core: number,
  place: Omit<Place, 'port'>,
): Promise<Gateway> {
  const here = { ...place, port: await freePort() };
  const url = `http://127.0.0.1:${here.port}/graphql`;
  const headers = target.headers?.(here) ?? {};
  const began = performance.now();
  const command = target.command(here);
  const nodeOptions = [...(command.nodeOptions ?? []), ...RESTLESS];
  const running = startPinned(core, { ...command, nodeOptions });
  const ask = (request: ClientRequest): Promise<GatewayAnswer> => asked(url, headers, request);
  await ready(ask, running, began + START_LIMIT).catch(async (error: unknown) => {
    await running.stop();
    throw new Error(`${target.title} does not come up: ${String(error)} ${running.words()}`);
  });
  return { target, process: running, url, headers, readyAfter: performance.now() - began, ask };
}

async function ready(ask: Gateway['ask'], { child }: Pinned, end: number): Promise<void> {
  for (;;) {
    const answer = await ask({ query: '{ __typename }' }).catch((error: unknown) => error);
    if (!(answer instanceof Error)) return;
    if (child.exitCode !== null || performance.now() > end) throw answer;
    await delay(LOOK_EVERY);
  }
}

async function asked(
  url: string,
  headers: Gateway['headers'],
  request: ClientRequest,
): Promise<GatewayAnswer> {
  const client = new LoadClient(url, headers);
  try {
    const { status, chunks } = await client.ask(JSON.stringify(request));
    const body = Buffer.concat(chunks).toString();
    if (status !== OK) throw new Error(`${status} ${body.slice(0, SHOWN)}`);
    return JSON.parse(body) as GatewayAnswer;
  } finally {
    await client.close();
  }
}
