import { hash } from 'node:crypto';

const SHA256 = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** The SHA-256 that an id stands for, in lower-case hex; `null` for an id that is none. */
export function digestIn(id: string): string | null {
  return SHA256.exec(id)?.[1]?.toLowerCase() ?? null;
}

/** The SHA-256 of a text, in lower-case hex. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}
