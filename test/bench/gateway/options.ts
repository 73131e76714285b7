import { defaultPeersFolder } from './peers/install.js';
import { WORKS } from './work/works.js';
import { parseArgs } from 'node:util';

/** Where a line of the report goes. */
export type Say = (words: string) => void;

/** What the benchmark was told. */
export interface BenchOptions {
  /** Names of the gateways to measure; all when empty. */
  readonly only: readonly string[];
  /** Names of the works and other parts. */
  readonly works: readonly string[];
  /** How often all gateways are started anew. Unit: starts. */
  readonly starts: number;
  /** Rounds of each gateway at each work, in each start. */
  readonly rounds: number;
  /** Length of a round. Unit: seconds. */
  readonly seconds: number;
  /** Length of the warm-up of each gateway at each work. Unit: seconds. */
  readonly warmUp: number;
  /** Core of the gateways, and core of load and subgraphs. */
  readonly gatewayCore: number;
  readonly loadCore: number;
  /** Folder of the other gateways. */
  readonly peers: string;
  /** File for all samples. */
  readonly json?: string;
  /** Whether the results replace those on the project's page. */
  readonly page: boolean;
}

/** All parts of the benchmark: the works, and what is measured without load. */
const PARTS: readonly string[] = [...WORKS.map(({ name }) => name), 'start', 'takeover'];

const OPTIONS = {
  only: { type: 'string', default: '' },
  work: { type: 'string', default: PARTS.join(',') },
  starts: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '6' },
  seconds: { type: 'string', default: '3' },
  'warm-up': { type: 'string', default: '3' },
  'gateway-core': { type: 'string', default: '0' },
  'load-core': { type: 'string', default: '1' },
  peers: { type: 'string', default: defaultPeersFolder() },
  json: { type: 'string' },
  page: { type: 'boolean', default: false },
} as const;

/** An argument is unknown or wrong; the message says what would be right. */
export class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${USAGE}`);
    this.name = 'UsageError';
  }
}

const USAGE = `npm run bench:gateway -- [--only NAMES] [--work ${PARTS.join(',')}]
  [--starts N] [--rounds N] [--seconds N] [--warm-up N] [--gateway-core N] [--load-core N] [--peers FOLDER] [--json FILE] [--page]`;

/** @throws UsageError when an argument is unknown or wrong. */
export function readOptions(args: readonly string[]): BenchOptions {
  const values = valuesIn(args);
  return {
    only: listed(values.only),
    works: parts(values.work),
    starts: number('starts', values.starts),
    rounds: number('rounds', values.rounds),
    seconds: number('seconds', values.seconds),
    warmUp: number('warm-up', values['warm-up']),
    gatewayCore: number('gateway-core', values['gateway-core']),
    loadCore: number('load-core', values['load-core']),
    peers: values.peers,
    json: values.json,
    page: values.page,
  };
}

function valuesIn(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function parts(text: string): readonly string[] {
  const named = listed(text);
  const unknown = named.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new UsageError(`There is no work ${unknown.join(', ')}, only ${PARTS.join(', ')}.`);
  return named;
}

function listed(text: string): readonly string[] {
  return text.split(',').filter(Boolean);
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text === '' || !(value >= 0)) throw new UsageError(`--${name} must be a number from 0, not ${text}.`);
  return value;
}
