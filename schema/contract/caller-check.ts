import { MAX_LIFETIME_S, TOKEN_ISSUER, TOKEN_TYPE } from './caller-token.js';
import { ANONYMOUS, callerWith, type Caller, type Claims } from './caller.js';
import { HubError } from './errors.js';
import type { Logger } from './log.js';
import { text } from './text.js';
import type { Authorization } from './token/bearer.js';
import { publicKeyIn, publishedKey } from './token/key-file.js';
import { keyHost } from './token/key-host.js';
import { fixedKeys, type Keys } from './token/keys.js';
import { PublishedKeys } from './token/published-keys.js';
import { tokenRefused } from './token/refusals.js';
import { TOKEN_SETTINGS } from './token/settings.js';
import { TokenVerifier } from './token/verifier.js';
import type { JWTPayload } from 'jose';
import { z } from 'zod';

/** Whom a subgraph obeys; spread it into the settings of a process that the gateway calls. */
export const CALLER_CHECK_SETTINGS = {
  ...TOKEN_SETTINGS,
  /** Address of the gateway's public keys, its `/.well-known/jwks.json`. */
  GATEWAY_JWKS_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** File with the gateway's public Ed25519 key (PEM), instead of the address. */
  GATEWAY_PUBLIC_KEY_FILE: z.string().optional(),
  /** Whether requests without a token are answered, as of anonymous callers; for development only. */
  ACCEPT_WITHOUT_TOKEN: z.stringbool().default(false),
};

/** The values of {@link CALLER_CHECK_SETTINGS}. */
export type CallerCheckSettings = z.infer<z.ZodObject<typeof CALLER_CHECK_SETTINGS>>;

/** Lets in what the gateway vouches for. */
export interface CallerCheck {
  /**
   * Who asks through the gateway, by the `Authorization` header of a fetch.
   *
   * @throws HubError UNAUTHENTICATED for a token that is missing or not good, AUTHENTICATION_UNAVAILABLE when it cannot
   * be checked; as an exception or as a rejection.
   */
  callerOf(header: Authorization | undefined): Caller | Promise<Caller>;
  /** Lets go of the connection to the gateway. */
  close(): Promise<void>;
}

/** What a check works with. */
export interface CallerCheckOptions {
  /** Name of the subgraph in the supergraph. */
  readonly subgraph: string;
  readonly log: Logger;
  /** The present instant; tests fix it. Unit: milliseconds. */
  readonly now?: () => number;
}

/** Longest token: what the headers of Node.js hold, next to others. Unit: characters. */
const MAX_LENGTH = 15_000;

/**
 * Makes what lets in only what the gateway vouches for.
 *
 * @throws HubError INVALID_SETTING when no key of the gateway is given and nothing says that anybody may ask, or when
 * it is given twice.
 */
export function requireCallerToken(settings: CallerCheckSettings, options: CallerCheckOptions): CallerCheck {
  requireOneSource(settings);
  const isOpen = settings.ACCEPT_WITHOUT_TOKEN;
  if (isOpen) options.log.warn('whoever reaches this port is answered without a token: for development only');
  const source = keysOf(settings, options);
  if (!source && !isOpen) throw noKeys();
  if (!source) return { callerOf: () => ANONYMOUS, close: async () => undefined };
  const verifier = verifierWith(source.keys, settings, options);
  return {
    callerOf(header) {
      if (header !== undefined) return verifier.verify(header);
      if (isOpen) return ANONYMOUS;
      throw tokenRefused('MISSING');
    },
    close: source.close,
  };
}

function verifierWith(
  keys: Keys,
  settings: CallerCheckSettings,
  { subgraph, log, now = Date.now }: CallerCheckOptions,
): TokenVerifier<Caller> {
  return new TokenVerifier({
    keys,
    settings,
    expected: {
      issuer: TOKEN_ISSUER,
      audience: subgraph,
      algorithms: ['EdDSA'],
      typ: TOKEN_TYPE,
      maxTokenAge: MAX_LIFETIME_S,
    },
    maxLength: MAX_LENGTH,
    read: callerIn,
    log,
    now,
  });
}

interface KeySource {
  readonly keys: Keys;
  readonly close: () => Promise<void>;
}

function keysOf(
  settings: CallerCheckSettings,
  { log, now = Date.now }: CallerCheckOptions,
): KeySource | null {
  const { GATEWAY_JWKS_URL: url, GATEWAY_PUBLIC_KEY_FILE: path } = settings;
  if (path !== undefined) {
    const key = publishedKey(publicKeyIn({ setting: 'GATEWAY_PUBLIC_KEY_FILE', path }));
    return { keys: fixedKeys({ keys: [key] }), close: async () => undefined };
  }
  if (url === undefined) return null;
  const host = keyHost(url, settings);
  return {
    keys: new PublishedKeys({ read: () => host.read(), settings, log, now }),
    close: () => host.close(),
  };
}

/** Of two sources one would be left unread, while the operator trusts that it counts. */
function requireOneSource({
  GATEWAY_JWKS_URL: url,
  GATEWAY_PUBLIC_KEY_FILE: path,
}: CallerCheckSettings): void {
  if (url === undefined || path === undefined) return;
  throw new HubError(
    'INVALID_SETTING',
    text(
      'Chỉ đặt một trong hai: GATEWAY_JWKS_URL hoặc GATEWAY_PUBLIC_KEY_FILE; xem docs/settings.md.',
      'Set only one of the two, GATEWAY_JWKS_URL or GATEWAY_PUBLIC_KEY_FILE; see docs/settings.md.',
    ),
    { setting: 'GATEWAY_PUBLIC_KEY_FILE' },
  );
}

function callerIn({ caller }: JWTPayload): Caller {
  if (typeof caller !== 'object') throw tokenRefused('INCOMPLETE');
  return caller === null ? ANONYMOUS : callerWith(caller as Claims);
}

function noKeys(): HubError {
  return new HubError(
    'INVALID_SETTING',
    text(
      'Hãy đặt GATEWAY_JWKS_URL hoặc GATEWAY_PUBLIC_KEY_FILE để phân hệ nhận ra cổng liên thông, hoặc ACCEPT_WITHOUT_TOKEN=true khi phát triển; xem docs/settings.md.',
      'Set GATEWAY_JWKS_URL or GATEWAY_PUBLIC_KEY_FILE, so that the subgraph knows its gateway, or ACCEPT_WITHOUT_TOKEN=true for development; see docs/settings.md.',
    ),
    { setting: 'GATEWAY_JWKS_URL' },
  );
}
