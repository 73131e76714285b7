import { text } from '../../../schema/contract/text.js';
import type { AuthenticationSettings } from '../../engine/authenticate/settings.js';
import type { TrialDesk } from '../../routes.js';
import type { Announcer } from '../announcer.js';
import type { HubSettings } from '../settings.js';
import type { Undo } from '../undo.js';
import { TRIAL_AUDIENCE, TRIAL_ISSUER, trialIssuer } from './issuer.js';
import { publishKeys } from './key-server.js';
import { requireTrialPermitted } from './permission.js';
import { trialRoute } from './route.js';
import { TRIAL_SCOPES } from './scopes.js';

/** What a gateway is given to trust trial tokens, and to hand them out. */
export interface Trial {
  readonly authentication: AuthenticationSettings;
  readonly trial?: TrialDesk;
}

/** What an issuer of trial tokens is opened with. */
export interface TrialPlace {
  readonly undo: Undo;
  readonly announcer: Announcer;
}

/**
 * Opens an issuer of trial tokens where the settings ask for one, which the gateway trusts as it would any other.
 *
 * @throws HubError INVALID_SETTING where trial tokens could do harm.
 */
export async function openTrial(settings: HubSettings, { undo, announcer }: TrialPlace): Promise<Trial> {
  if (!settings.TRIAL_TOKENS) return { authentication: settings };
  requireTrialPermitted(settings);
  const issuer = trialIssuer();
  const keys = await publishKeys(issuer.jwks);
  undo.add(() => keys.stop());
  announcer.note(ISSUING);
  const trusted = {
    JWKS_URL: keys.url,
    JWT_ISSUER: TRIAL_ISSUER,
    JWT_AUDIENCE: TRIAL_AUDIENCE,
    JWT_ALGORITHMS: ['EdDSA' as const],
  };
  const desk = { roles: Object.keys(TRIAL_SCOPES), route: trialRoute(issuer) };
  return { authentication: { ...settings, ...trusted }, trial: desk };
}

const ISSUING = text(
  'Có cấp mã dùng thử: ai trên máy này cũng có thể làm việc với mọi vai trò (npm run token -- --help)',
  'Trial tokens are issued: anybody on this machine may act in any office (npm run token -- --help)',
);
