import { globalId, parseGlobalId, type NodeRef } from '../../../schema/contract/ids.js';

/** A reference as columns keep it. */
export function refText({ type, key }: NodeRef): string {
  return `${type}:${key}`;
}

/** The reference that a global id stands for, as columns keep it. @throws HubError INVALID_ID */
export function refOfId(id: string): string {
  return refText(parseGlobalId(id));
}

/** The global id of a reference as columns keep it. */
export function idOfRef(ref: string): string {
  return globalId(refParts(ref));
}

/** Takes a reference apart. */
export function refParts(ref: string): NodeRef {
  const [type = '', key = ''] = ref.split(':');
  return { type, key };
}
