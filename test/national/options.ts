import { parseArgs } from 'node:util';

/** What the seed was told. */
export interface SeedOptions {
  /** The part of the whole nation: 1, 0.1, 0.01. */
  readonly scale: number;
  readonly seed: string;
  /** Folder of the cluster, where no addresses of databases are given. */
  readonly dataDir?: string;
  /** Whether what is missing is added to databases that hold a seed already. */
  readonly again: boolean;
  /** Whether databases on another machine, or in production, are meant. */
  readonly yes: boolean;
}

const OPTIONS = {
  scale: { type: 'string', default: '1' },
  seed: { type: 'string', default: 'lien-thong' },
  'data-dir': { type: 'string' },
  again: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

const USAGE = `npm run seed:national -- [--scale 1|0.1|0.01] [--seed TEXT] [--data-dir FOLDER] [--again] [--yes]

Fills the databases at UNION_DATABASE_URL, COORDINATION_DATABASE_URL and RECOGNITION_DATABASE_URL, or those of a
cluster of its own, with a synthetic nation.`;

/** An argument or setting is wrong, or the databases are none to be filled; the message says what would be right. */
export class SeedRefused extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`);
    this.name = 'SeedRefused';
  }
}

/** @throws SeedRefused when an argument is unknown or wrong */
export function readSeedOptions(args: readonly string[]): SeedOptions {
  const { 'data-dir': dataDir, scale, ...rest } = valuesIn(args);
  const part = Number(scale);
  if (!(part > 0 && part <= 1)) throw new SeedRefused(`--scale is above 0 and at most 1, not ${scale}.`);
  return { ...rest, scale: part, dataDir };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new SeedRefused((error as Error).message);
  }
}
