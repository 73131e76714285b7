import { ANONYMOUS, callerWith, type Caller } from '../../../schema/contract/caller.js';
import { HubError } from '../../../schema/contract/errors.js';
import type { Logger } from '../../../schema/contract/log.js';
import { text } from '../../../schema/contract/text.js';
import type { Authorization } from '../../../schema/contract/token/bearer.js';
import { keyHost } from '../../../schema/contract/token/key-host.js';
import { PublishedKeys } from '../../../schema/contract/token/published-keys.js';
import { tokenRefused } from '../../../schema/contract/token/refusals.js';
import type { IsRevoked } from '../../../schema/contract/token/revocation.js';
import { TokenVerifier } from '../../../schema/contract/token/verifier.js';
import type { AuthenticationSettings } from './settings.js';

/** Tells who asks. */
export interface Authenticator {
  /**
   * The caller behind an `Authorization` header; without one, an anonymous caller. A token that was seen before costs
   * no signature check: its caller is the same object, at once and not as a promise.
   *
   * @throws HubError UNAUTHENTICATED for a token that is not good, AUTHENTICATION_UNAVAILABLE when it cannot be
   * checked; as an exception or as a rejection. The whole request is then refused.
   */
  authenticate(header: Authorization | undefined): Caller | Promise<Caller>;
  /** For what outlasts its request. @throws HubError UNAUTHENTICATED when the caller's token has been revoked since. */
  requireUnrevoked(caller: Caller): void;
  /** Lets go of the connection to the host of the keys. */
  close(): Promise<void>;
}

/** What an authenticator works with. */
export interface AuthenticatorOptions {
  readonly log: Logger;
  /** Tells of tokens that are good no more; unless given, each is good until it expires. */
  readonly isRevoked?: IsRevoked;
  /** The present instant; tests fix it. Unit: milliseconds. */
  readonly now?: () => number;
}

/**
 * Makes what tells who asks. Nothing is read before the first token comes.
 *
 * @throws HubError INVALID_SETTING when keys, issuer and audience are not given together.
 */
export function authenticator(
  settings: AuthenticationSettings,
  { log, isRevoked, now = Date.now }: AuthenticatorOptions,
): Authenticator {
  const trusted = trustedIssuer(settings);
  if (!trusted) return REFUSING_TOKENS;
  const host = keyHost(trusted.keys, settings);
  const verifier = new TokenVerifier({
    keys: new PublishedKeys({ read: () => host.read(), settings, log, now }),
    settings,
    expected: {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: [...settings.JWT_ALGORITHMS],
    },
    maxLength: settings.JWT_MAX_LENGTH,
    read: callerWith,
    isRevoked,
    log,
    now,
  });
  return {
    authenticate: (header) => (header === undefined ? ANONYMOUS : verifier.verify(header)),
    requireUnrevoked: (caller) => verifier.requireUnrevoked(caller),
    close: () => host.close(),
  };
}

/** Without keys no token can be checked, and a request with an unchecked one is never taken for an anonymous one. */
const REFUSING_TOKENS: Authenticator = {
  authenticate(header) {
    if (header === undefined) return ANONYMOUS;
    throw tokenRefused('NO_KEYS');
  },
  requireUnrevoked: () => undefined,
  close: async () => undefined,
};

interface TrustedIssuer {
  /** Address of its keys. */
  readonly keys: string;
  readonly issuer: string;
  readonly audience: string;
}

const TOGETHER = ['JWKS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE'] as const;

function trustedIssuer(settings: AuthenticationSettings): TrustedIssuer | null {
  const { JWKS_URL: keys, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = settings;
  if (keys && issuer && audience) return { keys, issuer, audience };
  const missing = TOGETHER.filter((name) => !settings[name]);
  if (missing.length === TOGETHER.length) return null;
  const [setting] = missing;
  throw new HubError(
    'INVALID_SETTING',
    text(
      `Thiếu thiết lập ${setting}: ${TOGETHER.join(', ')} phải được đặt cùng nhau; xem docs/settings.md.`,
      `Setting ${setting} is missing: ${TOGETHER.join(', ')} must be given together; see docs/settings.md.`,
    ),
    { setting },
  );
}
