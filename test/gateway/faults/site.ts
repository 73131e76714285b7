import type { CircuitChange } from '../../../gateway/reach/circuits.js';
import { reachOverHttp } from '../../../gateway/reach/http.js';
import type { ReachSettings } from '../../../gateway/reach/settings.js';
import { listening } from '../../support/listening.js';
import { gatewayOn, served, supergraphOf, type TinyHub } from '../../support/tiny-hub.js';
import { tinyAwards, tinyPolice, tinyUnion } from '../../support/tiny-subgraphs.js';
import { createServer, type Socket } from 'node:net';
import { pino } from 'pino';

/** One line of the log. */
export type LogLine = Readonly<Record<string, unknown>>;

/** A hub whose police answers badly, and what is seen of it. */
export interface StormySite {
  readonly hub: TinyHub;
  /** Every line of the log so far. */
  readonly lines: readonly LogLine[];
  /** Every change of a circuit so far. */
  readonly circuits: readonly CircuitChange[];
}

/** Short, so that tests are; long enough for a busy machine. */
export const SHORT = {
  SUBGRAPH_TIMEOUT_MS: 1_200,
  SUBGRAPH_HEADERS_TIMEOUT_MS: 1_000,
  SUBGRAPH_BODY_TIMEOUT_MS: 1_000,
};

/** Asks the police, and both other agencies. */
export const ALL_THREE = '{ lateUnit { name } units: orgs { totalCount } medalNames }';
/** What the others answer to it, whatever the police does. */
export const WITHOUT_POLICE = { lateUnit: null, units: { totalCount: 5 }, medalNames: ['Huân chương'] };
/** Asks only agencies that are well. */
export const OTHERS = '{ units: orgs { totalCount } medalNames }';
/** A good answer of the police to {@link ALL_THREE}. */
export const GOOD = JSON.stringify({ data: { lateUnit: { name: 'Công an' } } });

/** A hub on three subgraphs, of which the police answers at `police`. */
export async function stormySite(police: string, settings: Partial<ReachSettings> = {}): Promise<StormySite> {
  const subgraphs = [tinyUnion(), tinyPolice(), tinyAwards()];
  const [union, awards] = await Promise.all([served(tinyUnion()), served(tinyAwards())]);
  const urls = new Map([
    ['union', union.url],
    ['awards', awards.url],
    ['police', police],
  ]);
  const lines: LogLine[] = [];
  const circuits: CircuitChange[] = [];
  const log = pino(
    { level: 'debug' },
    { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) },
  );
  const hub = await gatewayOn(
    supergraphOf(subgraphs, (name) => urls.get(name) ?? ''),
    (options) => reachOverHttp({ ...options, log, onCircuit: (change) => void circuits.push(change) }),
    { reachSettings: settings },
  );
  return { hub, lines, circuits };
}

/** A server that has each connection answered by `answer`, which may break every rule; its address. */
export async function rawServer(answer: (socket: Socket, connection: number) => void): Promise<string> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    answer(socket, (connections += 1));
  });
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return `http://127.0.0.1:${await listening(server, cut)}`;
}

/** An HTTP answer as text, with a length that need not be right. */
export function httpText(body: string, length = Buffer.byteLength(body), head = ''): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${head}\r\n${body}`;
}
