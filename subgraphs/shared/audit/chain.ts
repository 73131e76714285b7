import { createHash } from 'node:crypto';

/** Where a chain stands: its last position, and the digest there. */
export interface Head {
  /** Number of the entry, from 1 on; 0 stands for the chain before its first entry. */
  readonly position: number;
  /** SHA-256 in lower-case hex. */
  readonly digest: string;
}

/** An entry of the audit log as the database keeps it. */
export interface Link extends Head {
  /** The text of which the digest was made. */
  readonly entry: string;
}

/** The head of a chain without entries. */
export const BEGINNING: Head = { position: 0, digest: sha256('') };

/** The digest that an entry after this one has; the same rule as in `record_audit`, see `database/telling.ts`. */
export function digestAfter({ digest }: Pick<Head, 'digest'>, entry: string): string {
  return sha256(Buffer.from(digest, 'hex'), entry);
}

/** The form in which a head is noted: `position:digest`. */
export function headText({ position, digest }: Head): string {
  return `${position}:${digest}`;
}

const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/i;

/** Reads a noted head; `null` when the text is none. */
export function headIn(noted: string): Head | null {
  const [, position, digest] = HEAD.exec(noted) ?? [];
  return position && digest ? { position: Number(position), digest: digest.toLowerCase() } : null;
}

function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
