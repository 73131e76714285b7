import { pino, type Logger } from 'pino';

/** A log whose lines a test waits for. */
export interface TellingLog {
  readonly log: Logger;
  readonly lines: readonly string[];
  /** Settles when the last line of the log holds these words. */
  readonly said: (words: string) => Promise<void>;
}

/** A log that tells of its lines. */
export function aTellingLog(): TellingLog {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const write = (line: string): void => {
    lines.push(line);
    for (const look of waiting) look();
  };
  const said = (words: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (lines.at(-1)?.includes(words)) resolve();
      };
      waiting.add(look);
      look();
    });
  return { log: pino({ level: 'trace' }, { write }), lines, said };
}
