import { joinFleet, type Fleet } from '../../../gateway/fleet/fleet.js';
import { listening } from '../../support/listening.js';
import { aTellingLog, type TellingLog } from '../../support/telling-log.js';
import { untilTheEnd } from '../../support/tiny-hub.js';
import { test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createConnection, createServer, type Socket } from 'node:net';

const REDIS_URL = process.env['REDIS_URL'] ?? '';

/** Time for an answer of Redis; the usual one is too short for a busy machine. Unit: milliseconds. */
export const PATIENCE_MS = 2_000;

/** A test that needs a real Redis server, at REDIS_URL; without one it is skipped, and says so. */
export function testWithRedis(name: string, work: () => Promise<void>): void {
  if (REDIS_URL) test(name, work);
  else test.skip(`${name} (skipped: REDIS_URL names no Redis server)`, work);
}

/** A Redis server that a test can take away from those who use it. */
export interface ShakyRedis {
  readonly url: string;
  /** Names that no other test uses. */
  readonly prefix: string;
  /** Ends all connections, and takes no more. */
  kill(): void;
  /** Keeps all connections, and answers nothing. */
  freeze(): void;
  /** Answers again. */
  restore(): void;
}

type Mood = 'well' | 'dead' | 'frozen';

/** The server at REDIS_URL, behind a port that can be shut. */
export async function shakyRedis(): Promise<ShakyRedis> {
  let mood: Mood = 'well';
  const sockets = new Set<Socket>();
  const { hostname: host, port } = new URL(REDIS_URL);
  const server = createServer((socket) => {
    if (mood === 'dead') socket.destroy();
    else join(socket, createConnection({ host, port: Number(port || 6_379) }));
  });
  const join = (client: Socket, redis: Socket): void => {
    for (const each of [client, redis]) {
      sockets.add(each);
      each.on('error', () => undefined);
      each.on('close', () => [client, redis].forEach((one) => one.destroy()));
    }
    client.on('data', (part) => mood === 'well' && redis.write(part));
    redis.on('data', (part) => mood === 'well' && client.write(part));
  };
  const cut = (): void => sockets.forEach((each) => each.destroy());
  const at = await listening(server, cut);
  const address = new URL(REDIS_URL);
  address.host = `127.0.0.1:${at}`;
  return {
    url: address.href,
    prefix: `test-${randomUUID()}`,
    kill: () => {
      mood = 'dead';
      cut();
    },
    freeze: () => (mood = 'frozen'),
    restore: () => {
      cut();
      mood = 'well';
    },
  };
}

/** What one gateway shares, and what it logs of that. */
export interface Member extends Omit<TellingLog, 'log'> {
  readonly fleet: Fleet;
}

/** The line of the log when Redis goes, and when it is back. */
export const AWAY = 'Redis is away';
export const THERE = 'Redis is there';

/** Joins the gateways that share a server, until the test ends. */
export async function aMember({ url, prefix }: Pick<ShakyRedis, 'url' | 'prefix'>): Promise<Member> {
  const { log, lines, said } = aTellingLog();
  const settings = { REDIS_PREFIX: prefix, REDIS_TIMEOUT_MS: PATIENCE_MS };
  const fleet = await joinFleet({ url, settings, log });
  untilTheEnd({ stop: async () => fleet.close() });
  return { fleet, lines, said };
}
