import { publishedKey } from '../../../schema/contract/token/key-file.js';
import type { TrialOffice } from './office.js';
import type { JSONWebKeySet } from 'jose';
import { generateKeyPairSync, sign } from 'node:crypto';

/** Who issues trial tokens (`iss`). */
export const TRIAL_ISSUER = 'urn:lien-thong:trial';
/** For whom they are meant (`aud`). */
export const TRIAL_AUDIENCE = 'hub';
/** How long one is good. Unit: seconds. */
const LIFETIME_S = 3_600;

/** A token to try the graph with, and what it says. */
export interface TrialToken extends TrialOffice {
  /** To be sent as `authorization: Bearer …`. */
  readonly token: string;
  readonly expiresAt: string;
}

/** Issues tokens for offices that nobody was appointed to. */
export interface TrialIssuer {
  /** The public key that checks the tokens. */
  readonly jwks: JSONWebKeySet;
  tokenFor(office: TrialOffice): TrialToken;
}

/**
 * Makes an issuer whose key pair is new, and nowhere but in memory. Each of its tokens says in its claims, and in its
 * account, that it is for trial.
 *
 * @param now the present instant; tests fix it. Unit: milliseconds.
 */
export function trialIssuer(now: () => number = Date.now): TrialIssuer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const published = publishedKey(publicKey);
  const header = encoded({ alg: 'EdDSA', typ: 'JWT', kid: published.kid });
  return {
    jwks: { keys: [published] },
    tokenFor: (office) => {
      const account = `trial:${office.account}`;
      const iat = Math.floor(now() / 1_000);
      const exp = iat + LIFETIME_S;
      const body = `${header}.${encoded({ ...claimsOf(office), sub: account, iat, exp })}`;
      const token = `${body}.${sign(null, Buffer.from(body), privateKey).toString('base64url')}`;
      return { token, expiresAt: new Date(exp * 1_000).toISOString(), ...office, account };
    },
  };
}

function claimsOf({ role, organization, purpose, scopes }: TrialOffice): object {
  return {
    iss: TRIAL_ISSUER,
    aud: TRIAL_AUDIENCE,
    trial: true,
    role,
    organization,
    purpose,
    scope: scopes,
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
