import type { Command } from '../command.js';
import type { Language } from '../language.js';
import { nextWords, type NextWords } from './words.js';

/** The shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** One of {@link SHELLS}. */
export type Shell = (typeof SHELLS)[number];

/** The script by which a shell completes `hub`. */
export function completionScript(shell: Shell, commands: readonly Command[], language: Language): string {
  return SCRIPTS[shell](nextWords(commands, language));
}

const SCRIPTS: Readonly<Record<Shell, (next: NextWords) => string>> = {
  bash: (next) =>
    [
      '_hub() {',
      '  local words="${COMP_WORDS[*]:1:COMP_CWORD-1}" next=""',
      '  words=$(printf "%s" "$words" | sed -E "s/ *--.*$//")',
      '  case "$words" in',
      ...casesOf(next),
      '  esac',
      '  COMPREPLY=($(compgen -W "$next" -f -- "${COMP_WORDS[COMP_CWORD]}"))',
      '}',
      'complete -o filenames -F _hub hub',
    ].join('\n'),
  zsh: (next) =>
    [
      '#compdef hub',
      '_hub() {',
      '  local words_before="${(j: :)words[2,CURRENT-1]}" next=""',
      '  words_before="${words_before%% --*}"',
      '  [[ "$words_before" == --* ]] && words_before=""',
      '  case "$words_before" in',
      ...casesOf(next),
      '  esac',
      '  compadd -- ${(s: :)next}',
      '  _files',
      '}',
      'compdef _hub hub',
    ].join('\n'),
  fish: (next) =>
    [...next].flatMap(([after, words]) => words.map((word) => fishLine(after, word))).join('\n'),
};

/** The longest beginnings first, since the first case that fits is taken. */
function casesOf(next: NextWords): readonly string[] {
  return [...next].map(([after, words]) => `    '${after}'*) ${nextOf(words)} ;;`).toReversed();
}

function nextOf(words: readonly { readonly word: string }[]): string {
  return `next='${words.map(({ word }) => word).join(' ')}'`;
}

function fishLine(
  after: string,
  { word, summary }: { readonly word: string; readonly summary: string },
): string {
  const seen =
    after === '' ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${after.split(' ').at(-1)}`;
  const told = summary.replaceAll("'", '’');
  const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-f -a ${word}`;
  return `complete -c hub -n '${seen}' ${what} -d '${told}'`;
}
