import { addressOf } from '../../../schema/contract/release/address.js';
import type { Said } from './a-registry.js';
import { urlOf } from './a-law.js';

/** The statement by which an agency publishes an SDL of its subgraph. */
export function publishing(agency: string, sdl: string, more: Partial<Said> = {}): Said {
  return {
    kind: 'PUBLISHED',
    subgraph: agency,
    sdl: addressOf(sdl),
    url: urlOf(agency),
    channel: 'production',
    message: 'a version',
    accepts: [],
    ...more,
  } as Said;
}
