import { calmAnswers } from './callers/calm.js';
import { fillCaches } from './callers/distinct.js';
import type { Surroundings } from './callers/errand.js';
import { Issuer } from './callers/issuer.js';
import { Chronicle } from './chronicle.js';
import { Field } from './field.js';
import { verdictOn, type Rest, type Sample } from './judge/verdict.js';
import type { Violation } from './judge/violation.js';
import { load, measured, type Row } from './load.js';
import { setTimeout as delay } from 'node:timers/promises';

/** How the soak is run. */
export interface SoakParts {
  /** Length of the load. Unit: milliseconds. */
  readonly length: number;
  readonly onRow: (row: Row) => void;
  /** Told what is done now. */
  readonly say: (words: string) => void;
}

/** Time for connections to close when everybody has left: their own time and that of what was under way. Unit: milliseconds. */
const REST = 15_000;
const MEGABYTE = 1_048_576;

/** Has clients of all kinds use a gateway whose subgraphs fail in all ways, and says what was wrong. */
export async function soak(parts: SoakParts): Promise<readonly Violation[]> {
  const issuer = await Issuer.start();
  try {
    const field = await Field.start({ keys: issuer.url });
    try {
      return await soaked(parts, field, issuer);
    } finally {
      await field.stop();
    }
  } finally {
    await issuer.stop();
  }
}

async function soaked(parts: SoakParts, field: Field, issuer: Issuer): Promise<readonly Violation[]> {
  const { length, say } = parts;
  const chronicle = new Chronicle();
  field.gateway.onComplaint = (words) => chronicle.wrong(`the gateway complained: ${words}`);
  field.gateway.onEnd = (words) => chronicle.wrong(`the gateway: ${words}`);
  field.onEnd = (words) => chronicle.wrong(words);
  field.lure.onVisit = () => chronicle.wrong('the gateway followed a redirect');
  const calm = await calmAnswers(field.url, issuer);
  const surroundings: Surroundings = { issuer, calm, changes: new Map() };
  say('The caches are filled.');
  await fillCaches(field.url);
  try {
    const samples = await load({ ...parts, field, chronicle, surroundings });
    chronicle.met.set('a change of keys', issuer.reigns - 1);
    const rest = await atRest(parts, field);
    const changes = { sent: surroundings.changes, executed: field.ledger };
    say(`${changes.sent.size} changes were sent, and ${changes.executed.length} made.`);
    for (const [what, times] of chronicle.met) say(`${times} times ${what}`);
    return verdictOn({ length, seen: chronicle.seen, met: chronicle.met, changes, samples, rest });
  } catch (error) {
    return [...chronicle.seen, { at: chronicle.at, what: `the soak cannot go on: ${String(error)}` }];
  }
}

async function atRest({ length, say }: SoakParts, field: Field): Promise<Rest> {
  await delay(REST);
  const { sample } = await measured(field, length + REST);
  const streams = await field.listeners();
  say(`When all have left: ${wordsFor(sample)}, ${streams} subscriptions at subgraphs.`);
  return { sample, streams };
}

function wordsFor({ residentBytes, liveBytes, openFiles }: Sample): string {
  const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);
  return `memory ${megabytes(residentBytes)} MB, in use ${megabytes(liveBytes)} MB, ${openFiles} files`;
}
