import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as bodyIn } from 'node:stream/consumers';
import { addressOf } from '../../schema/contract/release/address.js';
import { assertBound, verifyBearer } from '../../schema/contract/release/bearer.js';
import { newKey, publicKeysOf, signingKey, writeKeyFile } from '../../schema/contract/release/keys.js';
import type { KnownRegistry } from '../../schema/contract/release/known-registry.js';
import { verifyStatement } from '../../schema/contract/release/sign.js';
import type { StatementOf } from '../../schema/contract/release/statements.js';
import type { ChannelRelease, TopOperation, UsageBatch } from '../../schema/contract/release/wire.js';
import { REGISTRY, signedRelease, type ReleaseChanges } from './signed-release.js';

export type { ReleaseChanges } from './signed-release.js';

/** A folder with the files that a gateway of a test needs. */
export interface GatewayFiles {
  readonly folder: string;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * A registry as a gateway knows it: a channel that a test moves, statements and reports that a test reads. It checks who
 * asks, and signs what it serves.
 */
export class RegistryStub {
  readonly key = signingKey(newKey().privateJwk);
  readonly gatewayKey = newKey();
  readonly outcomes: StatementOf<'OUTCOME'>[] = [];
  readonly batches: UsageBatch[] = [];
  readonly refused: string[] = [];
  top: readonly TopOperation[] = [];
  /** Answers nothing but 503. */
  isIll = false;
  port = 0;
  private number = 0;
  private served: ChannelRelease | undefined;
  private readonly texts = new Map<string, string>();
  private readonly waiting = new Set<() => void>();
  private readonly hearing = new Set<() => void>();
  private server: Server | undefined;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Begins to answer, at the same port as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => {
      server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Is gone at once, as one that is killed. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    for (const wake of [...this.waiting]) wake();
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  /** Moves the channel to a supergraph; the number of the release. */
  async point(supergraphSdl: string, changes: ReleaseChanges = {}): Promise<number> {
    const number = changes.number ?? this.number + 1;
    this.number = Math.max(number, this.number);
    const supergraph = addressOf(supergraphSdl);
    this.texts.set(supergraph, changes.text ?? supergraphSdl);
    const signed = await signedRelease({ supergraph, number, key: this.key }, changes);
    this.served = changes.altered?.(signed) ?? signed;
    for (const wake of [...this.waiting]) wake();
    return number;
  }

  /** The first outcome of a release that is of this sort; also one that was told before. */
  async told(number: number, outcome: StatementOf<'OUTCOME'>['outcome']): Promise<StatementOf<'OUTCOME'>> {
    for (;;) {
      const found = this.outcomes.find((each) => each.number === number && each.outcome === outcome);
      if (found) return found;
      await this.heard();
    }
  }

  /** Waits for the next statement or report. */
  heard(): Promise<void> {
    return new Promise((resolve) => {
      this.hearing.add(resolve);
    });
  }

  /** The registry as a gateway knows it. */
  known(): KnownRegistry {
    return { name: REGISTRY, keys: publicKeysOf([this.key.publicJwk]) };
  }

  /** Puts the keys of a gateway into a folder; the settings with which it follows this registry. */
  filesIn(folder: string): GatewayFiles {
    const [own, trusted] = [join(folder, 'gateway.jwk'), join(folder, 'registry.jwks')];
    writeKeyFile(own, this.gatewayKey.privateJwk);
    writeFileSync(trusted, JSON.stringify({ registry: REGISTRY, keys: [this.key.publicJwk] }));
    return {
      folder,
      settings: {
        REGISTRY_URL: this.url,
        REGISTRY_KEY_FILE: own,
        REGISTRY_KEYS_FILE: trusted,
        RELEASE_DIR: join(folder, 'releases'),
        REGISTRY_WAIT_S: '1',
      },
    };
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyIn(request);
    const { method = '', url: path = '' } = request;
    const send = (status: number, value?: unknown): void => {
      response.writeHead(status).end(typeof value === 'string' ? value : JSON.stringify(value));
    };
    if (this.isIll) return send(503, { error: { code: 'TRY_AGAIN' } });
    try {
      this.requireBearer(request, { method, path, body });
    } catch {
      this.refused.push(path);
      return send(401, { error: { code: 'UNAUTHENTICATED' } });
    }
    return this.answerKnown(new URL(path, this.url), body, send);
  }

  private async answerKnown(
    { pathname, searchParams }: URL,
    body: string,
    send: (status: number, value?: unknown) => void,
  ): Promise<void> {
    if (pathname.startsWith('/channels/')) return this.answerChannel(searchParams, send);
    const text = this.texts.get(pathname.replace('/texts/', ''));
    if (text !== undefined) return send(200, text);
    if (pathname === '/usage/operations') return send(200, this.top);
    if (pathname === '/usage') this.batches.push(JSON.parse(body) as UsageBatch);
    else if (pathname === '/statements') await this.take((JSON.parse(body) as { readonly jws: string }).jws);
    else return send(404, { error: { code: 'NOT_FOUND' } });
    send(201, { entries: [] });
    for (const tell of [...this.hearing]) {
      this.hearing.delete(tell);
      tell();
    }
    return undefined;
  }

  private async take(jws: string): Promise<void> {
    const { statement } = await verifyStatement(jws, publicKeysOf([this.gatewayKey.publicJwk]));
    if (statement.kind === 'OUTCOME') this.outcomes.push(statement);
  }

  private async answerChannel(
    asked: URLSearchParams,
    send: (status: number, value?: unknown) => void,
  ): Promise<void> {
    const isNewer = (): boolean => (this.served?.number ?? 0) > Number(asked.get('after'));
    const wait = Number(asked.get('wait')) * 1_000;
    if (!isNewer() && wait > 0) await this.movedWithin(wait);
    if (isNewer()) send(200, this.served);
    else send(304);
  }

  private movedWithin(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }

  private requireBearer(
    { headers }: IncomingMessage,
    bound: { readonly method: string; readonly path: string; readonly body: string },
  ): void {
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    const keys = publicKeysOf([this.gatewayKey.publicJwk]);
    assertBound(verifyBearer(token, { keys, audience: REGISTRY, now: new Date() }), bound);
  }
}
