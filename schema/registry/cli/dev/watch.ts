import { readFileSync, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** How a file is watched. */
export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Told each new text. */
  readonly onText: (text: string) => unknown;
}

/** Editors write a file in several steps. Unit: milliseconds. */
const SETTLED_MS = 40;

/** Tells each new text of a file, however its editor writes it: its folder is watched, since a new file may take its place. */
export function watchFile(path: string, { signal, onText }: WatchOptions): void {
  let known = textOf(path);
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const text = textOf(path);
    if (text === undefined || text === known) return;
    known = text;
    onText(text);
  };
  const watcher = watch(dirname(path), { signal }, (_, name) => {
    if (name !== null && name !== basename(path)) return;
    clearTimeout(timer);
    timer = setTimeout(look, SETTLED_MS);
  });
  watcher.on('error', () => undefined);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** Nothing while an editor has put it aside. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
