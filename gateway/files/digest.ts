import { hash } from 'node:crypto';

/** Enough to tell texts apart in a log. Unit: characters. */
const LENGTH = 16;

/** Names the text of a file in the log: the beginning of its SHA-256. */
export function shortDigestOf(text: string): string {
  return hash('sha256', text, 'hex').slice(0, LENGTH);
}
