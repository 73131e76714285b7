import type { Answer } from '../judge/right.js';
import type { Question } from '../callers/asking.js';

/** What a stream says: an answer with its text, or only that it is still there. */
export type Word = 'beat' | { readonly answer: Answer; readonly text: string };

/** How a stream is asked for. */
export interface Listening {
  /** Address of the gateway. */
  readonly url: string;
  readonly question: Question;
  /** Aborted when the client vanishes. */
  readonly signal: AbortSignal;
}

/** The words of a stream, read as the caller asks for them, until it is complete. */
export type WordsOf = (listening: Listening) => AsyncGenerator<Word, undefined>;

/** A stream ended without its last words. */
export class BrokenStream extends Error {
  /** @param code close code of its socket, where it had one */
  constructor(
    how: string,
    readonly code?: number,
  ) {
    super(`the stream broke: ${how}`);
    this.name = 'BrokenStream';
  }
}

/** The word in a text. */
export function wordIn(text: string): Word {
  return { answer: JSON.parse(text) as Answer, text };
}
