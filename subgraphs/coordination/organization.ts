import { borrowRef, type Borrowed } from '../shared/borrowed.js';
import { refParts } from '../shared/database/refs.js';
import { organizationUnion } from '../shared/organization.js';
import type { Reader } from '../shared/reading/reader.js';
import { present } from '../shared/reading/refs.js';
import type { RecordClass } from '../shared/reading/rows.js';
import type { HubRecord } from '../shared/record.js';
import { UnionOrganization } from './borrowed.js';
import { PoliceOrganization } from './police/police-organization.entity.js';
import { PublicBody } from './public-body/public-body.entity.js';

/** An organisation of any agency: a record of this subgraph, or the stand-in for one of the union. */
export type AnyOrganization = HubRecord | Borrowed;

/** The GraphQL union of all organisations. */
export const Organization = organizationUnion(UnionOrganization, PoliceOrganization, PublicBody);

/** The organisation that a stored reference points at: a row of this subgraph, or the stand-in for another's. */
export async function organizationOf(read: Reader, ref: string | null): Promise<AnyOrganization | null> {
  if (ref === null) return null;
  const { type, key } = refParts(ref);
  const local = LOCAL.get(type);
  return local ? read.byKey(local, key) : borrowRef(ref);
}

/** The organisations that stored references point at, in their order, without those the caller may not read. */
export function organizationsOf(read: Reader, refs: readonly string[]): Promise<readonly AnyOrganization[]> {
  return present(refs.map((ref) => organizationOf(read, ref)));
}

const LOCAL: ReadonlyMap<string, RecordClass<HubRecord>> = new Map<string, RecordClass<HubRecord>>([
  ['PoliceOrganization', PoliceOrganization],
  ['PublicBody', PublicBody],
]);
