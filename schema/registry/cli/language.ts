import type { Environment } from '../../contract/settings.js';
import type { Text } from '../../contract/text.js';

/** A language of the hub. */
export type Language = keyof Text;

/** The languages in which the command line speaks. */
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

const ENGLISH = /^(en|c|posix)(?![a-z])/i;

/** The language that an environment asks for, as other programs are asked; Vietnamese unless it is English. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language {
  return ENGLISH.test(LC_ALL || LC_MESSAGES || LANG || 'vi') ? 'en' : 'vi';
}
