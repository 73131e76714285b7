import { createHash } from 'node:crypto';

/** Enough to tell supergraphs apart in a log. Unit: characters. */
const LENGTH = 16;

/** Names a supergraph in the log: the beginning of the SHA-256 of its text. */
export function digestOf(supergraphSdl: string): string {
  return createHash('sha256').update(supergraphSdl).digest('hex').slice(0, LENGTH);
}
