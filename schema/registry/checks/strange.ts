import { text } from '../../contract/text.js';
import type { Found } from './finding.js';

/** Letters that cannot be seen, or turn the direction of what is read. Source: Unicode Technical Standard 39. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/u;

const WORDS = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A word in which Latin letters stand beside Cyrillic or Greek ones that look the same. */
function mixesScripts(value: string): boolean {
  return (value.match(WORDS) ?? []).some((word) => LATIN.test(word) && ALIKE.test(word));
}

/** Markup that a careless reader's browser would run or follow. */
const MARKUP = /<[\s/]*[a-z!]|javascript:|data:text|\]\(\s*\w+:/iu;

/** What is strange in a text of an SDL. */
export function strangeLetters(value: string, isDescription: boolean): readonly Found[] {
  return RULES.filter(({ isIn, of }) => (of === 'ALL' || isDescription) && isIn(value)).map(
    ({ found }) => found,
  );
}

const RULES: readonly {
  readonly isIn: (value: string) => boolean;
  readonly of: 'ALL' | 'DESCRIPTION';
  readonly found: Found;
}[] = [
  {
    isIn: (value) => UNSEEN.test(value),
    of: 'ALL',
    found: {
      code: 'UNSEEN_LETTERS',
      message: text(
        'Văn bản chứa ký tự không nhìn thấy hoặc đổi chiều chữ.',
        'A text holds letters that cannot be seen or turn the direction of reading.',
      ),
      remedy: text('Hãy gõ lại văn bản.', 'Type the text again.'),
    },
  },
  {
    isIn: mixesScripts,
    of: 'ALL',
    found: {
      code: 'CONFUSABLE_TEXT',
      message: text(
        'Một từ trộn chữ Latinh với chữ Kirin hoặc Hy Lạp trông giống nhau.',
        'A word mixes Latin letters with Cyrillic or Greek ones that look alike.',
      ),
      remedy: text('Hãy gõ lại từ đó bằng chữ Latinh.', 'Type the word again in Latin letters.'),
    },
  },
  {
    isIn: (value) => MARKUP.test(value),
    of: 'DESCRIPTION',
    found: {
      severity: 'WARNING',
      code: 'MARKUP_IN_DESCRIPTION',
      message: text(
        'Mô tả chứa mã HTML hoặc liên kết; nơi hiển thị sẽ in ra nguyên văn.',
        'A description holds HTML or a link; it is shown as plain text everywhere.',
      ),
      remedy: text('Hãy viết mô tả bằng chữ thường.', 'Describe in plain words.'),
    },
  },
];
