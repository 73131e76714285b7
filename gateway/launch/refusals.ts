import { HubError } from '../../schema/contract/errors.js';
import { isRefusal, releaseRefused } from '../release/refusal.js';

/** Why a release is refused, whatever was thrown. */
export function refusalOf(error: unknown): HubError {
  if (isRefusal(error)) return error;
  if (!(error instanceof HubError)) return releaseRefused('DOES_NOT_LOAD');
  const isPlace = error.details['agency'] !== undefined;
  return releaseRefused(isPlace ? 'ADDRESS' : 'DOES_NOT_LOAD', { found: error.text, cause: error.code });
}
