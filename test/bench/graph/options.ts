import { defaultFolder } from '../../national/place.js';
import { parseArgs } from 'node:util';

/** What the benchmark was told. */
export interface GraphBenchOptions {
  /** Ids of the questions to ask; all when empty. */
  readonly only: readonly string[];
  readonly rounds: number;
  /** How often a question is asked in a round, one after the other, and then at once. Unit: requests. */
  readonly requests: number;
  /** Folders of the clusters, by the part of the nation that each holds. */
  readonly folders: Readonly<Record<NationName, string>>;
  /** Whether the results replace those on the project's page. */
  readonly page: boolean;
}

/** What is compared: the first data alone, one part in a hundred of the nation, the whole nation. */
export type NationName = 'small' | 'hundredth' | 'national';

/** The part of the nation that each holds beside the first data. */
export const SCALES: Readonly<Record<NationName, number>> = { small: 0, hundredth: 0.01, national: 1 };

const OPTIONS = {
  only: { type: 'string', default: '' },
  rounds: { type: 'string', default: '5' },
  requests: { type: 'string', default: '10' },
  small: { type: 'string', default: defaultFolder(SCALES.small) },
  hundredth: { type: 'string', default: defaultFolder(SCALES.hundredth) },
  national: { type: 'string', default: defaultFolder(SCALES.national) },
  page: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run bench:graph -- [--only IDS] [--rounds N] [--requests N] [--page]
  [--small FOLDER] [--hundredth FOLDER] [--national FOLDER]`;

/** An argument is unknown or wrong; the message says what would be right. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}

/** @throws UsageError when an argument is unknown or wrong */
export function readOptions(args: readonly string[]): GraphBenchOptions {
  const { only, rounds, requests, page, ...folders } = valuesIn(args);
  return {
    only: only.split(',').filter(Boolean),
    rounds: count('rounds', rounds),
    requests: count('requests', requests),
    folders,
    page,
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function count(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UsageError(`--${name} must be a whole number from 1, not ${text}.`);
}
