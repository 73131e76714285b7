import { authenticator, type Authenticator } from '../../../../gateway/engine/authenticate/authenticator.js';
import { AUTHENTICATION_SETTINGS } from '../../../../gateway/engine/authenticate/settings.js';
import { HubError } from '../../../../schema/contract/errors.js';
import { readSettings, type Environment } from '../../../../schema/contract/settings.js';
import { aKeyServer, aPair, signed, type KeyServer, type Pair } from './issuer.js';
import type { JWTPayload } from 'jose';
import { pino } from 'pino';

/** Where the clock of every test begins. Unit: seconds. */
export const START = 1_800_000_000;
export const ISSUER = 'https://issuer.test';
export const AUDIENCE = 'hub';

/** A gateway's authentication in front of an issuer, with a clock that stands still. */
export interface Site extends AsyncDisposable {
  readonly pair: Pair;
  readonly keys: KeyServer;
  readonly authenticator: Authenticator;
  /** What was logged, as JSON lines. */
  readonly logged: readonly string[];
  /** Moves the clock. Unit: seconds. */
  pass(seconds: number): void;
  /** A header with a good token, except for these claims. */
  bearer(claims?: JWTPayload, pair?: Pair, header?: Readonly<Record<string, unknown>>): Promise<string>;
  /** The code and reason of the refusal, or `accepted`. */
  outcome(header: string | readonly string[] | undefined): Promise<string>;
}

export async function aSite(environment: Environment = {}): Promise<Site> {
  const keys = await aKeyServer();
  const pair = await aPair('first');
  keys.publish(pair);
  let time = START;
  const logged: string[] = [];
  const trusted = { JWKS_URL: keys.url, JWT_ISSUER: ISSUER, JWT_AUDIENCE: AUDIENCE };
  const subject = authenticator(readSettings(AUTHENTICATION_SETTINGS, { ...trusted, ...environment }), {
    log: pino({ level: 'trace' }, { write: (line) => logged.push(line) }),
    now: () => time * 1_000,
  });
  return {
    pair,
    keys,
    authenticator: subject,
    logged,
    pass: (seconds) => (time += seconds),
    bearer: async (claims = {}, by = pair, header = {}) =>
      `Bearer ${await signed(by, { iss: ISSUER, aud: AUDIENCE, exp: START + 3_600, ...claims }, header)}`,
    outcome: (header) => outcomeOf(async () => subject.authenticate(header)),
    async [Symbol.asyncDispose]() {
      await subject.close();
      await keys.close();
    },
  };
}

/** The code and reason of a refusal, or `accepted`. */
export async function outcomeOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'accepted';
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { reason } = error.details;
    return typeof reason === 'string' ? `${error.code} ${reason}` : error.code;
  }
}
