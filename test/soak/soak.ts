import { askOn, wholeAnswers, type Tally } from './callers.js';
import { startField, type Field } from './field.js';
import { residentBytes } from './processes.js';
import { setTimeout as delay } from 'node:timers/promises';

/** A minute of the soak. */
export interface Minute extends Tally {
  /** Subgraphs that fell down. */
  readonly strikes: number;
  /** Memory of the gateway at its end. Unit: bytes. */
  readonly residentBytes: number;
}

/** What the whole soak came to. */
export interface Soaked {
  readonly minutes: readonly Minute[];
  /** What the gateway wrote as errors. */
  readonly complaints: readonly string[];
}

/** Unit: milliseconds. */
const MINUTE = 60_000;
/** Pause before the next subgraph falls down, and how long it is away; each up to twice as long. Unit: milliseconds. */
const WEATHER = { calm: 2_000, away: 700 };

/** Has callers ask a gateway whose subgraphs fall down, one after the other, and looks at every answer. */
export async function soak(minutes: number, onMinute: (minute: Minute) => void): Promise<Soaked> {
  const field = await startField();
  try {
    const expected = await wholeAnswers(field.url);
    const done: Minute[] = [];
    for (let index = 0; index < minutes; index += 1) {
      const minute = await oneMinute(field, expected);
      done.push(minute);
      onMinute(minute);
    }
    return { minutes: done, complaints: field.gateway.complaints };
  } finally {
    await field.stop();
  }
}

async function oneMinute(field: Field, expected: readonly unknown[]): Promise<Minute> {
  const tally: Tally = { whole: 0, partial: 0, left: 0, wrong: [], times: [] };
  const over = AbortSignal.timeout(MINUTE);
  const asked = askOn({ url: field.url, expected, tally, over });
  const strikes = await strikeOn(field, over);
  await asked;
  return { ...tally, strikes, residentBytes: residentBytes(field.gateway) };
}

async function strikeOn(field: Field, over: AbortSignal): Promise<number> {
  let strikes = 0;
  const names = [...field.subgraphs.keys()];
  while (!over.aborted) {
    await delay(WEATHER.calm * (1 + Math.random()));
    const name = names[Math.floor(Math.random() * names.length)] ?? '';
    await field.strike(name, WEATHER.away * (1 + Math.random()));
    strikes += 1;
  }
  return strikes;
}
