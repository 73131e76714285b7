import type { ErrorCode } from '../../contract/errors.js';

/** The exit codes of `hub`, for scripts. */
export const EXIT = {
  /** What was asked for was done, or held already. */
  FINE: 0,
  /** The registry or a check says no: something has to be put right first. */
  REFUSED: 1,
  /** The command, a file or a setting is wrong. */
  WRONG_USE: 2,
  /** The key may not do this, or is not accepted. */
  NOT_ALLOWED: 3,
  /** The registry does not answer, or cannot decide now; the same may be tried again. */
  AWAY: 4,
  /** What was received is not what was signed. */
  NOT_TRUE: 5,
  /** The command itself failed. */
  FAILED: 70,
  /** It was ended by Ctrl-C or SIGTERM. */
  ENDED: 130,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const BY_CODE: Readonly<Partial<Record<ErrorCode, ExitCode>>> = {
  ALREADY_DONE: EXIT.FINE,
  CHECK_FAILED: EXIT.REFUSED,
  STALE_BASE: EXIT.REFUSED,
  NOT_FOUND: EXIT.REFUSED,
  INVALID_INPUT: EXIT.WRONG_USE,
  INVALID_SETTING: EXIT.WRONG_USE,
  INVALID_STATEMENT: EXIT.WRONG_USE,
  BODY_TOO_LARGE: EXIT.WRONG_USE,
  NOT_YOURS: EXIT.NOT_ALLOWED,
  UNAUTHENTICATED: EXIT.NOT_ALLOWED,
  UNTRUSTED_STATEMENT: EXIT.NOT_ALLOWED,
  TRY_AGAIN: EXIT.AWAY,
  RELEASE_REFUSED: EXIT.NOT_TRUE,
};

/** The exit code for an expected failure. */
export function exitOf(code: ErrorCode): ExitCode {
  return BY_CODE[code] ?? EXIT.FAILED;
}
