import { warning, type SymbolWarning, type SymbolWarningCode } from './warnings.js';

/** A known code, and how its spelling in the text differs from the canonical one. */
export interface Spelling {
  readonly code: string;
  /** Only the letter case differs, or differs as well. */
  readonly caseDiffers: boolean;
  /** Written in plain ASCII although the code has other letters. */
  readonly ascii: boolean;
}

/** Finds the code that a word spells; `null` where it spells none. */
export type SpellingLookup = (word: string) => Spelling | null;

/** Makes a look-up of codes: the exact spelling wins over another letter case, and that over plain ASCII. */
export function spellingsOf(codes: readonly string[]): SpellingLookup {
  const byCase = new Map(codes.map((code) => [code.toLowerCase(), code]));
  const byAscii = new Map(codes.map((code) => [toAscii(code).toLowerCase(), code]));
  return (word) => {
    const folded = word.toLowerCase();
    const code = byCase.get(folded);
    if (code !== undefined) return { code, caseDiffers: code !== word, ascii: false };
    const restored = byAscii.get(folded);
    if (restored === undefined) return null;
    return { code: restored, caseDiffers: toAscii(restored) !== word, ascii: true };
  };
}

/** Vietnamese letters without their marks: Đ becomes D, Ủ becomes U. Case stays. */
export function toAscii(written: string): string {
  return written.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[ĐÐ]/g, 'D').replaceAll(/[đð]/g, 'd');
}

/** The warnings that a spelling deserves, about the word as it was written. */
export function spellingWarnings(
  word: string,
  { caseDiffers, ascii }: Spelling,
  caseCode: SymbolWarningCode,
): readonly SymbolWarning[] {
  return [
    ...(caseDiffers ? [warning(caseCode, word)] : []),
    ...(ascii ? [warning('ASCII_SPELLING', word)] : []),
  ];
}
