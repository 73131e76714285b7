import type { Limits } from '../limits.js';
import type { LimitSettings } from '../limits/settings.js';
import type { EXEMPTIBLE, TrustedSettings } from './settings.js';

/** The setting behind each limit that trusted operations may be exempt from. */
const SETTINGS: Readonly<Record<(typeof EXEMPTIBLE)[number], keyof LimitSettings>> = {
  depth: 'QUERY_MAX_DEPTH',
  aliases: 'QUERY_MAX_ALIASES',
  fields: 'QUERY_MAX_FIELDS',
  rootFields: 'QUERY_MAX_ROOT_FIELDS',
};

/**
 * Limits of which some do not bind the operations that the operator knows beforehand.
 *
 * @param make the limits by their settings
 */
export function limitsWithTrust(
  make: (settings: LimitSettings) => Limits,
  settings: LimitSettings,
  { TRUSTED_DOCUMENTS_MODE: mode, TRUSTED_DOCUMENTS_EXEMPT: exempt }: TrustedSettings,
): Limits {
  const usual = make(settings);
  if (mode === 'off' || exempt.length === 0) return usual;
  const unbound = Object.fromEntries(exempt.map((limit) => [SETTINGS[limit], Number.MAX_SAFE_INTEGER]));
  const trusted = make({ ...settings, ...unbound });
  return { ...usual, admit: (asked) => (asked.isTrusted ? trusted : usual).admit(asked) };
}
