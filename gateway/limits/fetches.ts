import type { HubError } from '../../schema/contract/errors.js';
import { text } from '../../schema/contract/text.js';
import { tooComplex } from './too-complex.js';

/**
 * The refusal of an operation whose plan takes more fetches from agencies than one may.
 *
 * @param found what the plan takes. Unit: fetches.
 * @param allowed Unit: fetches.
 */
export function tooManyFetches(found: number, allowed: number): HubError {
  return tooComplex({
    limit: 'fetches',
    what: text('số lần hỏi các cơ quan', 'number of fetches'),
    found,
    allowed,
  });
}
