import { INTERNAL } from '../graph/secrets.js';
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/** An answer as the subgraph made it. */
export interface Made {
  readonly status: number;
  readonly body: Buffer;
}

type Behaviour = (response: ServerResponse, made: Made, lure: string) => void | Promise<void>;

const JSON_HEADERS = { 'content-type': 'application/json' };
/** Pause between two drops of a dripping answer: shorter than the longest pause that is waited for. Unit: milliseconds. */
const DROP_EVERY = 300;

/** How a subgraph may behave. Whatever it answers, it has done what it was asked; only who redirects has not. */
export const MOODS = {
  well: (response, { status, body }) => {
    response.writeHead(status, JSON_HEADERS).end(body);
  },
  dripping: async (response, { body }) => {
    response.writeHead(200, JSON_HEADERS);
    for (const byte of body) {
      if (response.destroyed) return;
      response.write(Buffer.of(byte));
      await delay(DROP_EVERY);
    }
    response.end();
  },
  failing: (response) => {
    response.writeHead(500, JSON_HEADERS).end(JSON.stringify({ errors: [{ message: INTERNAL }] }));
  },
  down: (response) => {
    response.writeHead(503, { 'content-type': 'text/html' }).end(`<html>${INTERNAL}</html>`);
  },
  hanging: () => undefined,
  redirecting: (response, _, lure) => {
    response.writeHead(307, { location: lure }).end();
  },
  cutting: (response, { body }) => {
    response.writeHead(200, { ...JSON_HEADERS, 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2), () => response.destroy());
  },
  babbling: (response, { body }) => {
    response.writeHead(200, JSON_HEADERS).end(`${INTERNAL} ${body.toString()}`);
  },
} satisfies Record<string, Behaviour>;

/** What a subgraph may be told to do. */
export type Mood = keyof typeof MOODS;

/** Moods in which a subgraph does not do what it is asked. */
export const IDLE_MOODS: ReadonlySet<Mood> = new Set<Mood>(['redirecting']);

/** Whether a text names a mood. */
export function isMood(text: string): text is Mood {
  return Object.hasOwn(MOODS, text);
}
