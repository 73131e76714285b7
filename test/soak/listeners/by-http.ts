import { Asker } from '../callers/asking.js';
import { BrokenStream, wordIn, type Word, type WordsOf } from './words.js';

/** How a stream is written. */
interface Format {
  readonly accept: string;
  readonly type: string;
  /** What stands between two words. */
  readonly between: string;
  /** A word of the stream; nothing where it is complete. */
  readonly word: (text: string) => Word | undefined;
}

/** Server-sent events. */
export const byEvents: WordsOf = wordsIn({
  accept: 'text/event-stream',
  type: 'text/event-stream',
  between: '\n\n',
  word(text) {
    if (text.startsWith('event: complete')) return undefined;
    return text.startsWith(':') ? 'beat' : wordIn(text.replace(/^event: next\ndata: /, ''));
  },
});

/** Parts of a multipart answer. */
export const byParts: WordsOf = wordsIn({
  accept: 'multipart/mixed;subscriptionSpec=1.0, application/json',
  type: 'multipart/mixed',
  between: '\r\n--graphql',
  word(text) {
    if (text.startsWith('--')) return undefined;
    const json = text.split('\r\n\r\n')[1] ?? '{}';
    const { payload, errors } = JSON.parse(json) as { payload?: object | null; errors?: unknown };
    if (payload) return wordIn(JSON.stringify(payload));
    return errors ? wordIn(JSON.stringify({ errors })) : 'beat';
  },
});

function wordsIn(format: Format): WordsOf {
  return async function* words({ url, question, signal }) {
    const asker = new Asker(url, 1);
    try {
      const { headers, body } = await asker.begin({ ...question, accept: format.accept }, signal);
      if (String(headers['content-type']).startsWith(format.type))
        yield* wordsFrom(body.setEncoding('utf8'), format);
      else yield wordIn(await body.text());
      return undefined;
    } finally {
      await asker.close();
    }
  };
}

async function* wordsFrom(
  chunks: AsyncIterable<string>,
  { between, word }: Format,
): AsyncGenerator<Word, undefined> {
  let text = '';
  for await (const chunk of chunks) {
    const parts = (text + chunk).split(between);
    text = parts.pop() ?? '';
    for (const part of parts) {
      const next = part === '' ? 'beat' : word(part);
      if (!next) return undefined;
      yield next;
    }
  }
  if (text.trim() === '--') return undefined;
  throw new BrokenStream('it ended without saying so');
}
