import { askOn } from './callers/callers.js';
import type { Surroundings } from './callers/errand.js';
import type { Chronicle, Period } from './chronicle.js';
import { Excuses } from './excuses.js';
import type { Field } from './field.js';
import type { Gauged } from './gauge.js';
import type { Sample } from './judge/verdict.js';
import { listenOn } from './listeners/listeners.js';
import { Machine } from './machine.js';
import { openFiles, replyTo } from './processes.js';
import { strikeOn } from './weather.js';
import { setTimeout as delay } from 'node:timers/promises';

/** A part of the soak, with what the gateway's process held at its end. */
export type Row = Period & Sample & Pick<Gauged, 'delayP99' | 'delayMax'>;

/** What the load is put on with. */
export interface LoadParts {
  readonly field: Field;
  readonly chronicle: Chronicle;
  readonly surroundings: Surroundings;
  /** Unit: milliseconds. */
  readonly length: number;
  readonly onRow: (row: Row) => void;
}

/** Parts into which a long run is divided, and how long each is at least: at its end the gateway collects garbage. Unit of the time: milliseconds. */
const MOST_ROWS = 20;
const SHORTEST_ROW = 15_000;

/** Clients of all kinds come and subgraphs fail, for a while. @throws Error when the gateway does not last so long. */
export async function load(parts: LoadParts): Promise<readonly Sample[]> {
  const { field, chronicle, surroundings, length } = parts;
  const samples: Sample[] = [(await measured(field, 0)).sample];
  const machine = new Machine(field);
  const excuses = new Excuses({ health: field.health, machine, chronicle });
  const over = AbortSignal.timeout(length);
  chronicle.begin();
  const options = { ...surroundings, url: field.url, chronicle, machine, excuses, over };
  const all = Promise.all([
    askOn(options),
    listenOn(options),
    strikeOn(field, chronicle, over),
    surroundings.issuer.rotateOn(over, (illness) => chronicle.meet(illness)),
  ]);
  try {
    samples.push(...(await rowsOf(parts, all)));
    await all;
    return samples;
  } finally {
    machine.stop();
  }
}

async function rowsOf(
  { field, chronicle, length, onRow }: LoadParts,
  all: Promise<unknown>,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  const rows = Math.min(MOST_ROWS, Math.max(1, Math.floor(length / SHORTEST_ROW)));
  for (let row = 1; row <= rows; row += 1) {
    await Promise.race([delay(Math.max(0, (length * row) / rows - chronicle.at)), all]);
    const { sample, gauged } = await measured(field, chronicle.at);
    samples.push(sample);
    onRow({ ...chronicle.turn(), ...sample, ...gauged });
  }
  return samples;
}

interface Measured {
  readonly sample: Sample;
  readonly gauged: Gauged;
}

/** What the gateway holds now. @param at from the start of the load; Unit: milliseconds. @throws Error when it ended. */
export async function measured({ gateway }: Field, at: number): Promise<Measured> {
  const gauged = await replyTo<Gauged>(gateway, 'gauge');
  const { residentBytes, liveBytes } = gauged;
  return { sample: { at, residentBytes, liveBytes, openFiles: openFiles(gateway) }, gauged };
}
