/**
 * Vietnamese text reduced for search: no case, no diacritics, no tone placement, no Eth sign, one space between words.
 * `Hòa`, `Hoà` and `HOA` become `hoa`; `Ðồng` (with Latin Eth) and `Đồng` become `dong`.
 */
export function searchKey(written: string): string {
  return words(stripMarks(written.toLowerCase()));
}

/**
 * Vietnamese text reduced for comparison only: case, tone placement and the Eth sign do not count, diacritics do.
 * `Hòa` and `Hoà` become the same text, `hoa` another.
 */
export function exactKey(written: string): string {
  return words(written.replaceAll(/[Ðð]/g, 'đ').toLowerCase()).split(' ').map(toneLast).join(' ');
}

/**
 * A key whose byte order is the Vietnamese alphabetical order: a ă â b c d đ e ê …, then the tones
 * ngang, huyền, hỏi, ngã, sắc, nặng. Numbers order by value up to nine digits.
 */
export function sortKey(written: string): string {
  const syllables = numbersPadded(words(written.replaceAll(/[Ðð]/g, 'đ').toLowerCase()))
    .normalize('NFD')
    .split(' ');
  return `${syllables.map(primary).join(' ')}\t${syllables.map(tone).join('')}`;
}

const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** Breve, circumflex and horn make another letter, which follows the bare one in the alphabet. */
const LETTER_MARKS = ['', '\u0306', '\u0302', '\u031b'];

/** Each letter as two characters, so that no letter is the beginning of another. */
function primary(syllable: string): string {
  return syllable
    .replaceAll('đ', 'd\u0306')
    .replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .replaceAll(
      /(\p{L})([\u0302\u0306\u031b]?)/gu,
      (_, letter: string, mark: string) => letter + LETTER_MARKS.indexOf(mark),
    );
}

function tone(syllable: string): number {
  return Math.max(0, ...Array.from(syllable, (letter) => TONES.indexOf(letter)));
}

function numbersPadded(text: string): string {
  return text.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0'));
}

function isTone(letter: string): boolean {
  return TONES.includes(letter) && letter !== '';
}

function toneLast(word: string): string {
  const letters = Array.from(word.normalize('NFD'));
  return [...letters.filter((letter) => !isTone(letter)), ...letters.filter(isTone)]
    .join('')
    .normalize('NFC');
}

function stripMarks(text: string): string {
  return text.replaceAll(/[đð]/g, 'd').normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function words(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
