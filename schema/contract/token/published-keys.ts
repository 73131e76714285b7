import type { Logger } from '../log.js';
import type { FoundKey, Keys } from './keys.js';
import { keysUnavailable } from './refusals.js';
import type { TokenSettings } from './settings.js';
import {
  createLocalJWKSet,
  errors,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type LocalJWKSet,
} from 'jose';

/** What published keys need. */
export interface PublishedKeysOptions {
  /** The published set of keys, as text. */
  readonly read: () => Promise<string>;
  readonly settings: TokenSettings;
  readonly log: Logger;
  /** Unit: milliseconds. */
  readonly now: () => number;
}

/** From which share of their time on keys in use are renewed beforehand, so that no request waits for it. */
const RENEWED_FROM = 0.8;

/**
 * Keys that an issuer publishes and may change at any time. They are read when first needed and again after
 * JWKS_CACHE_MS; an unknown key is looked for at once, but no more often than every JWKS_COOLDOWN_MS, so that forged
 * tokens cannot flood the host; all who wait share one reading; while the host fails, the last good keys serve on for
 * JWKS_STALE_MS.
 */
export class PublishedKeys implements Keys {
  readonly #options: PublishedKeysOptions;
  #keyFor: LocalJWKSet | null = null;
  #text = '';
  #generation = 0;
  #readAt = -Infinity;
  #failedAt = -Infinity;
  #soughtAt = -Infinity;
  #isFailing = false;
  #reading: Promise<void> | null = null;

  constructor(options: PublishedKeysOptions) {
    this.#options = options;
  }

  get generation(): number {
    return this.#generation;
  }

  isCurrent(): boolean {
    const { JWKS_CACHE_MS } = this.#options.settings;
    const age = this.#since(this.#readAt);
    if (this.#keyFor && age >= JWKS_CACHE_MS * RENEWED_FROM && this.#mayTry()) void this.#renew();
    return age < JWKS_CACHE_MS || (this.#isFailing && this.#isKept());
  }

  async find(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<FoundKey> {
    if (!this.isCurrent() && this.#mayTry()) await this.#renew();
    try {
      return await this.#known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.#seek();
      return this.#known(header, token);
    }
  }

  async #known(header: JWTHeaderParameters, token: FlattenedJWSInput): Promise<FoundKey> {
    if (!this.#keyFor || !this.#isKept()) throw keysUnavailable();
    const generation = this.#generation;
    return { key: await this.#keyFor(header, token), generation };
  }

  /** @throws HubError AUTHENTICATION_UNAVAILABLE when nobody can say whether the key is a new one. */
  async #seek(): Promise<void> {
    const isTooSoon = this.#since(this.#soughtAt) < this.#options.settings.JWKS_COOLDOWN_MS;
    if (!this.#reading && !isTooSoon) this.#soughtAt = this.#options.now();
    if (this.#reading || !isTooSoon) await this.#renew();
    if (this.#isFailing) throw keysUnavailable();
  }

  #renew(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #read(): Promise<void> {
    const { read, log, now } = this.#options;
    try {
      this.#take(await read());
      this.#readAt = now();
      this.#isFailing = false;
    } catch (error) {
      this.#failedAt = now();
      this.#isFailing = true;
      log.warn({ reason: reasonOf(error) }, 'the keys that tokens are checked with could not be read');
    }
  }

  #take(text: string): void {
    if (text === this.#text) return;
    this.#keyFor = createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
    this.#text = text;
    this.#generation += 1;
    this.#options.log.info(
      { generation: this.#generation },
      'the keys that tokens are checked with were read',
    );
  }

  #mayTry(): boolean {
    return this.#reading !== null || this.#since(this.#failedAt) >= this.#options.settings.JWKS_COOLDOWN_MS;
  }

  #isKept(): boolean {
    const { JWKS_CACHE_MS, JWKS_STALE_MS } = this.#options.settings;
    return this.#since(this.#readAt) < JWKS_CACHE_MS + JWKS_STALE_MS;
  }

  #since(then: number): number {
    return this.#options.now() - then;
  }
}

/** What happened, without any word that the host wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'not JSON';
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return String(typeof code === 'string' ? code : message);
}
