import type { Cursor } from './reading.js';

const LETTER = String.raw`(?=\p{Script=Latin})[\p{Lu}\p{Ll}]`;

/** A type, an issuer or a unit: a letter, then letters, digits and inner ampersands. */
const WORD = new RegExp(`${LETTER}(?:${LETTER}|[0-9]|&(?=${LETTER}))*`, 'uy');

/** One to five digits and perhaps a letter, as two groups. */
export const NUMBER = new RegExp(`([0-9]{1,5})(${LETTER})?`, 'uy');

/** Four digits. */
export const YEAR = /[0-9]{4}/y;

/** What a sticky pattern matches at the cursor, then its groups; nothing where it does not match. */
export function matchAt(pattern: RegExp, { text, at }: Cursor): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}

/** The word at the cursor; empty where there is none. */
export function wordAt(cursor: Cursor): string {
  return matchAt(WORD, cursor)[0] ?? '';
}
