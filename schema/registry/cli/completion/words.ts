import type { Command } from '../command.js';
import { COMMON } from '../common.js';
import type { Language } from '../language.js';

/** One word that may come next. */
export interface Word {
  readonly word: string;
  readonly summary: string;
}

/** The words that may come after some others: of `keys`, `keys add` … */
export type NextWords = ReadonlyMap<string, readonly Word[]>;

/** What may follow what, of all commands. */
export function nextWords(commands: readonly Command[], language: Language): NextWords {
  const next = new Map<string, Word[]>();
  for (const { name, summary, options = [] } of commands) {
    const [first = '', second] = name.split(' ');
    add(next, '', { word: first, summary: second === undefined ? summary[language] : '' });
    if (second !== undefined) add(next, first, { word: second, summary: summary[language] });
    for (const option of [...options, ...COMMON])
      add(next, name, { word: `--${option.name}`, summary: option.summary[language] });
  }
  return next;
}

function add(next: Map<string, Word[]>, after: string, word: Word): void {
  const words = next.get(after) ?? [];
  if (!words.some((known) => known.word === word.word)) words.push(word);
  next.set(after, words);
}
