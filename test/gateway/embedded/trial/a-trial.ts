import { HUB_SETTINGS, type HubSettings } from '../../../../gateway/embedded/settings.js';
import { openTrial, type Trial } from '../../../../gateway/embedded/trial/open.js';
import { TRIAL_PATH } from '../../../../gateway/explorer/trial.js';
import { Undo } from '../../../../gateway/embedded/undo.js';
import type { Announcer } from '../../../../gateway/embedded/announcer.js';
import { firstDataKey, globalId } from '../../../../schema/contract/ids.js';
import { readSettings, type Environment } from '../../../../schema/contract/settings.js';

/** The id of an organisation. */
export const FEDERATION = idOf('UnionOrganization');

/** The id of some record of a type. */
export function idOf(type: string): string {
  return globalId({ type, key: firstDataKey(type, 'trial') });
}

/** Settings of a hub that issues trial tokens, unless told otherwise. */
export function trialSettings(environment: Environment = {}): HubSettings {
  return readSettings(HUB_SETTINGS, {
    TRIAL_TOKENS: 'true',
    NODE_ENV: 'development',
    PORT: '0',
    ...environment,
  });
}

/** Announces to nobody. */
export const SILENT: Announcer = { step: (_, work) => work(), note: () => undefined, ready: () => undefined };

/** An issuer of trial tokens as a hub has it. */
export interface OpenTrial extends Trial {
  /** Asks for a token, as a request with this query string and these headers would. */
  ask(search: string, headers?: Readonly<Record<string, string>>): Asked | null;
  close(): Promise<void>;
}

/** What the issuer answered. */
export interface Asked {
  readonly status: number;
  // The shape depends on what is asked, which only the test knows.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

/** Opens an issuer of trial tokens. */
export async function aTrial(): Promise<OpenTrial> {
  const undo = new Undo();
  const opened = await openTrial(trialSettings(), { undo, announcer: SILENT });
  return {
    ...opened,
    ask: (search, headers = { host: 'localhost:4000' }) => {
      const answer = opened.trial?.route({ path: TRIAL_PATH, search, headers });
      return answer ? { status: answer.status, body: JSON.parse(String(answer.body)) } : null;
    },
    close: () => undo.all(),
  };
}
