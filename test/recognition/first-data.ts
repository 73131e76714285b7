import { firstDataKey, globalId } from '../../schema/contract/ids.js';

/** The global id of a record of the first data, by its type and its name in the data files. */
export function idOf(type: string, name: string): string {
  return globalId({ type, key: firstDataKey(type, name) });
}

/** The two sides in Bắc Giang, and the centres. */
export const FEDERATION = idOf('UnionOrganization', 'ldld-bac-giang');
export const PROVINCIAL_POLICE = idOf('PoliceOrganization', 'cong-an-bac-giang');
export const MPS = idOf('PoliceOrganization', 'mps');
export const PEOPLES_COMMITTEE = idOf('PublicBody', 'peoples-committee-bac-giang');
