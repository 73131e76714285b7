import {
  assertBound,
  bearerRefused,
  CLOCK_TOLERANCE_S,
  verifyBearer,
  type Bearer,
  type BoundRequest,
} from '../../contract/release/bearer.js';
import { HubError } from '../../contract/errors.js';
import { text } from '../../contract/text.js';
import { validKeys } from '../state/questions.js';
import type { KnownKey, RegistryState } from '../state/state.js';

/** Lets in whoever signed the request with a key that is valid now; each token once. */
export class Door {
  readonly #state: () => RegistryState;
  /** Tokens that were used, and until when they would be good. */
  readonly #used = new Map<string, number>();

  constructor(state: () => RegistryState) {
    this.#state = state;
  }

  /** Looks at a token before the body is read. @throws HubError UNAUTHENTICATED */
  knock(authorization: string | undefined): Bearer {
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) throw bearerRefused('MISSING');
    const state = this.#state();
    const now = new Date();
    return verifyBearer(token, { keys: validKeys(state, now), audience: state.name ?? '', now });
  }

  /** Who sent a request that is read. @throws HubError UNAUTHENTICATED, or TRY_AGAIN when too many came. */
  enter(bearer: Bearer, request: BoundRequest): KnownKey {
    assertBound(bearer, request);
    this.#useOnce(bearer);
    const key = this.#state().keys.get(bearer.kid);
    if (!key) throw bearerRefused('UNTRUSTED');
    return key;
  }

  #useOnce({ jti, exp }: Bearer): void {
    if (this.#used.has(jti)) throw bearerRefused('USED');
    if (this.#used.size >= REMEMBERED) this.#forget();
    if (this.#used.size >= REMEMBERED) throw tooMany();
    this.#used.set(jti, exp);
  }

  #forget(): void {
    const now = Date.now() / 1_000;
    for (const [jti, exp] of this.#used) if (exp + CLOCK_TOLERANCE_S < now) this.#used.delete(jti);
  }
}

/** Unit: tokens. */
const REMEMBERED = 50_000;

function tooMany(): HubError {
  return new HubError(
    'TRY_AGAIN',
    text('Quá nhiều yêu cầu trong một phút.', 'Too many requests within a minute.'),
    { reason: 'BUSY' },
  );
}
