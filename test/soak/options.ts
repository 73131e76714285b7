import { parseArgs } from 'node:util';

/** What the soak was told. */
export interface SoakOptions {
  /** Length of the load. Unit: minutes. */
  readonly minutes: number;
}

/** An argument is unknown or wrong; the message says what would be right. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}

const USAGE = 'npm run soak -- [--minutes N]';
/** Lengths that make sense: below, nothing happens, above, whoever waits has forgotten. Unit: minutes. */
const MINUTES = { least: 0.1, most: 1_440 };

/** @throws UsageError when an argument is unknown or wrong. */
export function readOptions(args: readonly string[]): SoakOptions {
  const { minutes: text } = valuesIn(args);
  const minutes = Number(text);
  const isRight = text.trim() !== '' && minutes >= MINUTES.least && minutes <= MINUTES.most;
  if (!isRight)
    throw new UsageError(
      `--minutes must be a number from ${MINUTES.least} to ${MINUTES.most}, not "${text}".`,
    );
  return { minutes };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { minutes: { type: 'string', default: '10' } } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
