import type { Environment } from '../../contract/settings.js';

/** Where a command runs: who reads it, what it is told, and where its files are. */
export interface Desk {
  /** Absolute path. */
  readonly cwd: string;
  readonly env: Environment;
  /** Writes what was asked for. */
  out(words: string): void;
  /** Writes what is worth knowing beside it: progress, warnings, errors. */
  err(words: string): void;
  /** Whether people read what is asked for, so that colours help. */
  readonly isTerminal: boolean;
  /** Whether people watch what goes on. */
  readonly isWatched: boolean;
  /** Asks the person at the terminal; absent where nobody is. */
  readonly ask?: (question: string) => Promise<string>;
  readonly now: () => Date;
  /** Aborted when the command is to end. */
  readonly signal: AbortSignal;
}
