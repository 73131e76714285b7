import { HubError } from '../../schema/contract/errors.js';
import type { Logger } from '../../schema/contract/log.js';
import { shortDigestOf } from './digest.js';
import { pollFile, type PollOptions } from './poll.js';
import { Retries } from './retries.js';

/** How a file is followed. */
export interface FollowOptions extends Pick<PollOptions, 'every' | 'signal' | 'read'> {
  /** What it held when it was read first. */
  readonly text: string;
  /** Takes a newer text over. @throws Error when it is no good. */
  readonly take: (text: string) => Promise<void>;
  /** Whether what `take` threw may be over soon, although the text stays the same; it never is unless given. */
  readonly isPassing?: (error: unknown) => boolean;
  readonly words: FollowWords;
  readonly log: Logger;
}

/** How the log speaks of a file. */
export interface FollowWords {
  /** The field that names a text, by its digest. */
  readonly field: string;
  /** The file is not there, or cannot be read. */
  readonly unreadable: string;
  /** A newer text is no good. */
  readonly refused: string;
}

/**
 * Has each newer text of a file taken over. One that is no good is told of, and left; one that only fails in passing is
 * tried again, as long as there is no newer one.
 */
export async function followFile(path: string, options: FollowOptions): Promise<void> {
  const { text, every, signal, read, log, words } = options;
  const followed = new Followed(shortDigestOf(text), options);
  const onUnreadable = (error: unknown): void => log.error(reasonOf(error), words.unreadable);
  const onText = (newer: string): Promise<boolean> => followed.see(newer);
  await pollFile(path, { every, signal, read, onText, onUnreadable });
}

class Followed {
  private readonly retries = new Retries();
  /** The digest of the text that was found no good last. */
  private refused: string | undefined;

  /** @param present the digest of the text that is in use */
  constructor(
    private present: string,
    private readonly options: FollowOptions,
  ) {}

  /** Takes a text over if it is another; whether it needs nothing more. */
  async see(text: string): Promise<boolean> {
    const digest = shortDigestOf(text);
    if (digest === this.present || digest === this.refused) return true;
    if (!this.retries.isDue(digest)) return false;
    try {
      await this.options.take(text);
      this.present = digest;
      this.refused = undefined;
      return true;
    } catch (error) {
      return this.failed(digest, error);
    }
  }

  /** Tells of a failure; whether it is for good. */
  private failed(digest: string, error: unknown): boolean {
    const { signal, isPassing, log, words } = this.options;
    const isTriedAgain = isPassing?.(error) === true && this.retries.next(digest);
    if (!isTriedAgain) this.refused = digest;
    const told = { [words.field]: digest, former: this.present, isTriedAgain, ...reasonOf(error) };
    if (!signal.aborted) log.error(told, words.refused);
    return !isTriedAgain;
  }
}

function reasonOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof HubError ? { code: error.code, reason: error.message } : { err: error };
}
