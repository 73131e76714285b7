import { Trouble } from './trouble.js';

/** Longest part that is read. Unit: characters. */
const MAX_PART = 32 * 1_024 * 1_024;

/** The boundary that a content type names; `null` where it is no multipart answer. */
export function boundaryIn(contentType: string): string | null {
  return /^multipart\/mixed\s*;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1] ?? null;
}

/**
 * The JSON texts of a multipart answer, each as soon as the boundary behind it has come.
 *
 * Source: RFC 2046 section 5.1.
 *
 * @param chunks the answer's text as it comes
 * @throws Trouble `cut` when it ends before its last boundary, `unreadable` when a part is too long.
 */
export async function* partsIn(chunks: AsyncIterable<string>, boundary: string): AsyncGenerator<string> {
  const delimiter = `\r\n--${boundary}`;
  let rest = '';
  for await (const chunk of chunks) {
    const from = Math.max(rest.length - delimiter.length, 0);
    const { texts, left } = cutAt(delimiter, rest + chunk, from);
    if (left.length > MAX_PART) throw new Trouble('unreadable');
    rest = left;
    yield* texts.flatMap(bodyOf);
  }
  if (!rest.startsWith('--')) throw new Trouble('cut');
}

interface Cut {
  readonly texts: readonly string[];
  readonly left: string;
}

/** @param from before it the text holds no delimiter. Unit: characters. */
function cutAt(delimiter: string, text: string, from: number): Cut {
  if (!text.includes(delimiter, from)) return { texts: [], left: text };
  const texts = text.split(delimiter);
  return { texts: texts.slice(0, -1), left: texts.at(-1) ?? '' };
}

/** What stands before the first boundary is no part, and neither is what has no body. */
function bodyOf(part: string): readonly string[] {
  const at = part.indexOf('\r\n\r\n');
  return at < 0 ? [] : [part.slice(at + 4)];
}
