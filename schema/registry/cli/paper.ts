import type { Text } from '../../contract/text.js';
import type { Language } from './language.js';

/** How words are marked at a terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

const CODES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };

/** What an answer is written on: it knows the reader's language, and whether colours are shown. */
export class Paper {
  constructor(
    readonly language: Language,
    private readonly hasColours: boolean,
  ) {}

  /** The words in the reader's language. */
  say(words: Text): string {
    return words[this.language];
  }

  /** The words, marked where colours are shown. */
  mark(style: Style, words: string): string {
    return this.hasColours ? `\u001b[${CODES[style]}m${words}\u001b[0m` : words;
  }
}
