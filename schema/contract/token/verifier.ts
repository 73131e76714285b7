import { HubError } from '../errors.js';
import type { Logger } from '../log.js';
import { bearerToken, requireForm, type Authorization } from './bearer.js';
import type { Keys } from './keys.js';
import { tokenRefused, type TokenReason } from './refusals.js';
import { revocableNames, type IsRevoked } from './revocation.js';
import type { TokenSettings } from './settings.js';
import { errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { LRUCache } from 'lru-cache';

/** What makes a token good, and what is made of it. */
export interface VerifierOptions<Verified extends object> {
  readonly keys: Keys;
  readonly settings: TokenSettings;
  /** Issuer, audience, algorithms and what else must hold; `exp` always must. */
  readonly expected: JWTVerifyOptions &
    Required<Pick<JWTVerifyOptions, 'issuer' | 'audience' | 'algorithms'>>;
  /** Longest token. Unit: characters. */
  readonly maxLength: number;
  /** What a verified token stands for. @throws HubError UNAUTHENTICATED when it lacks something. */
  readonly read: (claims: JWTPayload) => Verified;
  /** Tells of tokens that are good no more; unless given, each is good until it expires. */
  readonly isRevoked?: IsRevoked;
  readonly log: Logger;
  /** Unit: milliseconds. */
  readonly now: () => number;
}

interface Remembered<Verified> {
  readonly verified: Verified;
  readonly generation: number;
  /** Unit: milliseconds. */
  readonly until: number;
  /** Unit: bytes, roughly. */
  readonly size: number;
}

/** What a remembered token weighs beside its own text and claims. Unit: bytes, roughly. */
const ENTRY_BYTES = 1_024;
/** What claims weigh as objects, against their text. */
const CLAIMS_WEIGHT = 4;

/**
 * Checks bearer tokens. One that was verified is remembered until it expires or the keys change: the
 * answer is then the same object, at once and not as a promise.
 */
export class TokenVerifier<Verified extends object> {
  readonly #options: VerifierOptions<Verified>;
  readonly #memory: LRUCache<string, Remembered<Verified>>;
  /** The names under which the token of each may be revoked. */
  readonly #names = new WeakMap<Verified, readonly string[]>();

  constructor(options: VerifierOptions<Verified>) {
    this.#options = options;
    this.#memory = new LRUCache({
      maxSize: options.settings.JWT_REMEMBERED_BYTES,
      sizeCalculation: ({ size }) => size,
    });
  }

  /**
   * What the token in an `Authorization` header stands for.
   *
   * @throws HubError UNAUTHENTICATED for a token that is not good, AUTHENTICATION_UNAVAILABLE when it cannot be
   * checked; as an exception or as a rejection.
   */
  verify(header: Authorization): Verified | Promise<Verified> {
    const token = bearerToken(header, this.#options.maxLength);
    const known = this.#memory.get(token);
    if (!known || !this.#holds(known)) return this.#verifyNew(token);
    this.requireUnrevoked(known.verified);
    return known.verified;
  }

  /** @throws HubError UNAUTHENTICATED when the token that was once verified has been revoked. */
  requireUnrevoked(verified: Verified): void {
    const { isRevoked } = this.#options;
    if (isRevoked?.(this.#names.get(verified) ?? [])) throw tokenRefused('REVOKED');
  }

  #holds({ until, generation }: Remembered<Verified>): boolean {
    const { keys, now } = this.#options;
    return now() < until && keys.isCurrent() && keys.generation === generation;
  }

  async #verifyNew(token: string): Promise<Verified> {
    requireForm(token);
    const { claims, generation } = await this.#checked(token);
    const verified = this.#memory.peek(token)?.verified ?? this.#options.read(claims);
    this.#names.set(verified, revocableNames(token, claims.jti));
    this.requireUnrevoked(verified);
    this.#memory.set(token, {
      verified,
      generation,
      until: (claims.exp + this.#options.settings.JWT_CLOCK_TOLERANCE_S) * 1_000,
      size: ENTRY_BYTES + token.length * CLAIMS_WEIGHT,
    });
    return verified;
  }

  async #checked(token: string): Promise<Checked> {
    const { keys, expected, settings, now } = this.#options;
    let generation = 0;
    try {
      const { payload } = await jwtVerify(
        token,
        async (header, input) => {
          const found = await keys.find(header, input);
          ({ generation } = found);
          return found.key;
        },
        {
          ...expected,
          clockTolerance: settings.JWT_CLOCK_TOLERANCE_S,
          currentDate: new Date(now()),
          requiredClaims: ['exp'],
        },
      );
      return { claims: payload as Checked['claims'], generation };
    } catch (error) {
      this.#memory.delete(token);
      throw this.#refusal(error);
    }
  }

  #refusal(error: unknown): HubError {
    if (error instanceof HubError) return error;
    if (error instanceof errors.JWTClaimValidationFailed && error.reason === 'missing')
      return tokenRefused('INCOMPLETE');
    if (error instanceof errors.JOSEError) return tokenRefused(REASONS.get(error.code) ?? 'UNTRUSTED');
    this.#options.log.warn({ reason: (error as Error).name }, 'a published key cannot be used');
    return tokenRefused('UNTRUSTED');
  }
}

interface Checked {
  readonly claims: JWTPayload & { readonly exp: number };
  readonly generation: number;
}

const REASONS: ReadonlyMap<string, TokenReason> = new Map([
  [errors.JWSInvalid.code, 'MALFORMED'],
  [errors.JWTInvalid.code, 'MALFORMED'],
  [errors.JWTExpired.code, 'EXPIRED'],
  [errors.JWTClaimValidationFailed.code, 'WRONG_CLAIMS'],
]);
