import type { Caller } from './caller.js';
import { readSettings } from './settings.js';
import { privateKeyIn, publishedKey } from './token/key-file.js';
import type { JSONWebKeySet } from 'jose';
import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** The issuer of callers' tokens. */
export const TOKEN_ISSUER = 'gateway';
/** Tells a caller's token from every other kind of token. Source: RFC 8725 section 3.11. */
export const TOKEN_TYPE = 'caller+jwt';
/** Longest life of a caller's token. Unit: seconds. */
export const MAX_LIFETIME_S = 60;

/** How a gateway vouches for its callers; spread it into the settings of a process that reaches subgraphs over HTTP. */
export const CALLER_TOKEN_SETTINGS = {
  /** File with the private Ed25519 key (PEM) that signs the tokens for subgraphs. Default: a new key at each start. */
  SUBGRAPH_TOKEN_KEY_FILE: z.string().optional(),
  /** How long a token for subgraphs is good; longer than any operation takes. Unit: seconds. */
  SUBGRAPH_TOKEN_LIFETIME_S: z.coerce.number().int().min(5).max(MAX_LIFETIME_S).default(MAX_LIFETIME_S),
};

/** The values of {@link CALLER_TOKEN_SETTINGS}. */
export type CallerTokenSettings = z.infer<z.ZodObject<typeof CALLER_TOKEN_SETTINGS>>;

/** The settings of a process that was told nothing. */
export const CALLER_TOKEN_DEFAULTS: CallerTokenSettings = readSettings(CALLER_TOKEN_SETTINGS, {});

/** An operation as subgraphs learn of it. */
export interface CalledOperation {
  /** Identifies the client's request in every log and error. */
  readonly requestId: string;
  readonly caller: Caller;
  /** The subgraphs that may be asked, by name; no other accepts the token. One list for one supergraph. */
  readonly subgraphs: readonly string[];
}

/** Vouches to subgraphs for callers. */
export interface CallerTokens {
  /** The token to send with the fetches of an operation: one for all operations of a caller, until it is half over. */
  tokenFor(operation: Pick<CalledOperation, 'caller' | 'subgraphs'>): string;
  /** The public key that checks the tokens, as `/.well-known/jwks.json` shows it. */
  readonly jwks: JSONWebKeySet;
}

/**
 * Makes what signs callers' tokens.
 *
 * @param now the present instant; tests fix it. Unit: milliseconds.
 * @param key the private key, where it is not for the settings to say
 * @throws HubError INVALID_SETTING when the key file holds no private Ed25519 key.
 */
export function callerTokens(
  settings: CallerTokenSettings,
  now: () => number = Date.now,
  key: KeyObject = signingKey(settings),
): CallerTokens {
  const published = publishedKey(createPublicKey(key));
  const lifetime = settings.SUBGRAPH_TOKEN_LIFETIME_S;
  const header = encoded({ alg: 'EdDSA', typ: TOKEN_TYPE, kid: published.kid });
  const signed = new WeakMap<Caller, Signed>();
  const tokenFor: CallerTokens['tokenFor'] = ({ caller, subgraphs }) => {
    const known = signed.get(caller);
    if (known?.subgraphs === subgraphs && now() < known.renewFrom) return known.token;
    const body = `${header}.${encoded(claimsOf({ caller, subgraphs }, Math.floor(now() / 1_000), lifetime))}`;
    const token = `${body}.${sign(null, Buffer.from(body), key).toString('base64url')}`;
    signed.set(caller, { token, subgraphs, renewFrom: now() + lifetime * 500 });
    return token;
  };
  return { tokenFor, jwks: { keys: [published] } };
}

type Vouched = Parameters<CallerTokens['tokenFor']>[0];

interface Signed {
  readonly token: string;
  readonly subgraphs: readonly string[];
  /** Half its life, so that no subgraph gets it at its end. Unit: milliseconds. */
  readonly renewFrom: number;
}

/** The private key that the settings name, or a new one. @throws HubError INVALID_SETTING when the file holds none. */
export function signingKey({ SUBGRAPH_TOKEN_KEY_FILE: path }: CallerTokenSettings): KeyObject {
  if (path === undefined) return generateKeyPairSync('ed25519').privateKey;
  return privateKeyIn({ setting: 'SUBGRAPH_TOKEN_KEY_FILE', path });
}

/** An anonymous caller has no claims, which is not the same as empty ones. */
function claimsOf({ caller, subgraphs }: Vouched, iat: number, lifetime: number): object {
  return {
    iss: TOKEN_ISSUER,
    aud: subgraphs,
    iat,
    exp: iat + lifetime,
    caller: caller.isAuthenticated ? caller.claims : null,
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
