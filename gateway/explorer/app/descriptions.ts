import type { Language } from './language.js';

const VIETNAMESE_LETTER = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/g;

/** Where Markdown would begin a tag, a picture, a link or an address; a word joiner behind it keeps it text. */
const MARKUP = /<(?=[a-z/!?])|!(?=\[)|\](?=[([:])|:(?=\/\/)|www(?=\.)|@/gi;
const WORD_JOINER = '\u2060';

/** Keys of an introspection result that hold prose, which GraphiQL renders as Markdown. */
const PROSE: ReadonlySet<string> = new Set(['description', 'deprecationReason']);

/**
 * The schema's introspection result with prose that is safe to show and begins in `language`.
 *
 * The graph writes a description as a Vietnamese and an English paragraph; lists and suggestions show the first one.
 */
export function withReadableProse(introspection: unknown, language: Language): unknown {
  if (Array.isArray(introspection)) return introspection.map((each) => withReadableProse(each, language));
  if (typeof introspection !== 'object' || introspection === null) return introspection;
  const entries = Object.entries(introspection).map(([key, value]) => [
    key,
    PROSE.has(key) && typeof value === 'string'
      ? proseIn(language, value)
      : withReadableProse(value, language),
  ]);
  return Object.fromEntries(entries);
}

function proseIn(language: Language, prose: string): string {
  return asPlainText(language === 'en' ? englishFirst(prose) : prose);
}

/** Prose that no Markdown renderer turns into tags, pictures or links; it looks the same. */
export function asPlainText(prose: string): string {
  return prose.replaceAll(MARKUP, `$&${WORD_JOINER}`);
}

/** Swaps the two paragraphs of a bilingual description; any other text stays as it is. */
export function englishFirst(description: string): string {
  const [first = '', second = '', ...more] = description.split(/\n\s*\n/);
  const isBilingual = more.length === 0 && second !== '' && density(first) > 2 * density(second);
  return isBilingual ? `${second}\n\n${first}` : description;
}

/** Share of letters that only Vietnamese has. Unit: letters per character. */
function density(paragraph: string): number {
  return (paragraph.match(VIETNAMESE_LETTER) ?? []).length / paragraph.length;
}
