import { timeLimit } from '../time-limit.js';
import type { Desk } from './exchange.js';
import type { Sockets } from './sockets.js';
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** Time for what was given up to be answered with what is there. Unit: milliseconds. */
const LAST_WORDS_MS = 500;

const NONE: ReadonlySet<object> = new Set();

/** How often it is looked whether requests have left. Unit: milliseconds. */
const LOOK_MS = 50;

/** Waits until the requests and operations that are running have been answered, no longer than they may take. */
export async function allAnswered({ running, settings }: Desk, sockets: Sockets | undefined): Promise<void> {
  const end = performance.now() + settings.HTTP_ANSWER_TIMEOUT_MS + LAST_WORDS_MS;
  const all: readonly ReadonlySet<object>[] = [running, sockets?.answering ?? NONE];
  const theirs = all.flatMap((some) => Array.from(some, (each) => () => some.has(each)));
  while (theirs.some((runs) => runs()) && performance.now() < end)
    await delay(LOOK_MS, undefined, { ref: false });
}

/** What is emptied before a server stops. */
export interface Drained {
  readonly server: Server;
  readonly desk: Desk;
  readonly sockets?: Sockets;
}

/** Takes no new work, lets what runs finish within the bounds, and cuts what is left then. */
export async function drain({ server, desk, sockets }: Drained): Promise<void> {
  const { running, settings } = desk;
  sockets?.shut();
  const closed = shut(server);
  const isEmpty = await timeLimit(closed, settings.HTTP_DRAIN_MS, false);
  // Also where nothing is left to close: it ends the watch over connections, too.
  server.close();
  if (isEmpty) return;
  if (await timeLimit(closed, settings.HTTP_STOP_TIMEOUT_MS, false)) return;
  for (const control of running) control.abort();
  sockets?.close();
  if (await timeLimit(closed, LAST_WORDS_MS, false)) return;
  server.closeAllConnections();
  await closed;
}

/**
 * Takes no new connections, and leaves those that there are: a client that is just sending its next request would lose it
 * otherwise. With its answer it is told to connect anew.
 */
function shut(server: Server): Promise<true> {
  return new Promise((resolve) => {
    NetServer.prototype.close.call(server, () => resolve(true));
  });
}
