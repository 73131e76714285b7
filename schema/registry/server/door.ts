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
  /** Tokens that each key used, and until when they would be good. */
  readonly #used = new Map<string, Map<string, number>>();

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

  #useOnce({ kid, jti, exp }: Bearer): void {
    const used = this.#used.get(kid) ?? new Map<string, number>();
    if (used.has(jti)) throw bearerRefused('USED');
    if (used.size >= REMEMBERED) forgetOver(used);
    if (used.size >= REMEMBERED) throw tooMany();
    this.#used.set(kid, used.set(jti, exp));
  }
}

/** Forgets the tokens that nobody takes any more. */
function forgetOver(used: Map<string, number>): void {
  const now = Date.now() / 1_000;
  for (const [jti, exp] of used) if (exp + CLOCK_TOLERANCE_S < now) used.delete(jti);
}

/** Unit: tokens of one key. */
const REMEMBERED = 10_000;

function tooMany(): HubError {
  return new HubError(
    'TRY_AGAIN',
    text('Quá nhiều yêu cầu trong một phút.', 'Too many requests within a minute.'),
    { reason: 'BUSY' },
  );
}
