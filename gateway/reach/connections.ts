import type { ReachSettings } from './settings.js';
import type { TlsRules } from './tls.js';
import { LOOKUP } from './whereabouts.js';
import { Pool, type Dispatcher } from 'undici';

/** Where connections lead, and how the server there must show who it is. */
export interface Destination {
  readonly origin: string;
  readonly tls: TlsRules;
}

/**
 * Bounded connections to the server of a subgraph. After a while all are replaced, so that a changed address is followed;
 * what runs on the old ones is finished, so for so long there may be twice as many.
 */
export class Connections {
  private pool: Pool;
  private until = 0;
  private readonly leaving = new Set<Pool>();

  constructor(
    private readonly to: Destination,
    private readonly settings: ReachSettings,
  ) {
    this.pool = poolTo(to, settings);
  }

  /** The connections to use now. @param now on a clock that never goes back. Unit: milliseconds. */
  at(now: number): Dispatcher {
    if (now < this.until) return this.pool;
    if (this.until > 0) this.replace();
    this.until = now + this.settings.SUBGRAPH_CONNECTION_TTL_MS;
    return this.pool;
  }

  /** Closes all, whatever runs on them. */
  async destroy(): Promise<void> {
    this.until = Infinity;
    await Promise.all([this.pool, ...this.leaving].map((pool) => pool.destroy()));
  }

  private replace(): void {
    const { pool } = this;
    this.pool = poolTo(this.to, this.settings);
    this.leaving.add(pool);
    const left = (): boolean => this.leaving.delete(pool);
    pool.close().then(left, left);
  }
}

/**
 * HTTP/1.1 without pipelining: a connection that breaks takes one fetch with it, and undici sends nothing twice.
 */
function poolTo({ origin, tls }: Destination, settings: ReachSettings): Pool {
  return new Pool(origin, {
    connections: settings.SUBGRAPH_CONNECTIONS,
    pipelining: 1,
    allowH2: false,
    connect: { ...tls, timeout: settings.SUBGRAPH_CONNECT_TIMEOUT_MS, lookup: LOOKUP },
    headersTimeout: settings.SUBGRAPH_HEADERS_TIMEOUT_MS,
    bodyTimeout: settings.SUBGRAPH_BODY_TIMEOUT_MS,
    maxHeaderSize: settings.SUBGRAPH_HEADERS_LIMIT_BYTES,
    maxResponseSize: settings.SUBGRAPH_ANSWER_LIMIT_BYTES,
  });
}
