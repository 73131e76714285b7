import {
  AUTHENTICATION_SETTINGS,
  type AuthenticationSettings,
} from '../../gateway/engine/authenticate/settings.js';
import { readSettings } from '../../schema/contract/settings.js';
import { aKeyServer, aPair, signed } from '../gateway/engine/authenticate/issuer.js';
import { claimsOf, type Office } from './officers.js';

const ISSUER = 'https://issuer.test';
const AUDIENCE = 'hub';

/** Somebody who issues tokens, and the settings of a gateway that trusts them. */
export interface Issuer {
  readonly settings: AuthenticationSettings;
  /** Headers with the token of somebody in office, good for some minutes. */
  bearer(office: Office): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}

/** Starts to issue tokens of officers. */
export async function anIssuer(): Promise<Issuer> {
  const keys = await aKeyServer();
  const pair = await aPair('officers');
  keys.publish(pair);
  return {
    settings: readSettings(AUTHENTICATION_SETTINGS, {
      JWKS_URL: keys.url,
      JWT_ISSUER: ISSUER,
      JWT_AUDIENCE: AUDIENCE,
    }),
    bearer: async (office) => {
      const iat = Math.floor(Date.now() / 1_000);
      const claims = { ...claimsOf(office), iss: ISSUER, aud: AUDIENCE, iat, exp: iat + 600 };
      return { authorization: `Bearer ${await signed(pair, claims)}` };
    },
    close: () => keys.close(),
  };
}
