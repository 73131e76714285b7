import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** How a file is looked after. */
export interface PollOptions {
  /** Pause between two looks. Unit: milliseconds. */
  readonly every: number;
  /** Aborted when nobody wants to know any more. */
  readonly signal: AbortSignal;
  /** Reads it. @throws Error when that cannot be done. */
  readonly read: (path: string) => Promise<string>;
  /**
   * Told of each text that is found, the first one included; the next look waits for it. Answers whether it is done with
   * the text, which else it is told of again at the next look.
   */
  readonly onText: (text: string) => Promise<boolean>;
  /** Told of a file that is not there or cannot be read, once for each change. */
  readonly onUnreadable: (error: unknown) => void;
}

/** How long a file must have stayed the same, so that nobody is in the middle of writing it. Unit: milliseconds. */
const SETTLED_MS = 200;

/** Looks after a file until it is not wanted any more: it may be written anew, replaced, or lead elsewhere as a link. */
export async function pollFile(path: string, options: PollOptions): Promise<void> {
  let seen: string | undefined;
  while (await paused(options.every, options.signal)) {
    const mark = await markOf(path);
    if (mark === seen || !(await isSettled(path, mark, options.signal))) continue;
    seen = (await tell(path, options)) ? mark : undefined;
  }
}

async function tell(path: string, { read, onText, onUnreadable }: PollOptions): Promise<boolean> {
  let text: string;
  try {
    text = await read(path);
  } catch (error) {
    onUnreadable(error);
    return true;
  }
  return onText(text);
}

/** What tells one state of a file from another. */
async function markOf(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join();
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

async function isSettled(path: string, mark: string, signal: AbortSignal): Promise<boolean> {
  return (await paused(SETTLED_MS, signal)) && (await markOf(path)) === mark;
}

/** Waits; whether it is still wanted. */
async function paused(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  await delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  return !signal.aborted;
}
