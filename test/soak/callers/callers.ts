import { anyOf, between, onceIn } from '../chance.js';
import type { Chronicle } from '../chronicle.js';
import { BOUNDS } from '../environment.js';
import type { Excuses } from '../excuses.js';
import type { MayFail } from '../judge/health.js';
import type { Verdict } from '../judge/right.js';
import type { Machine } from '../machine.js';
import { Asker, type Received } from './asking.js';
import type { Errand, Surroundings } from './errand.js';
import { anErrand } from './errands.js';
import { leakedTo, ROLE_NAMES } from './roles.js';
import { setTimeout as delay } from 'node:timers/promises';

/** How callers ask. */
export interface CallersOptions extends Surroundings {
  readonly url: string;
  readonly chronicle: Chronicle;
  readonly machine: Machine;
  readonly excuses: Excuses;
  /** Aborted when they have asked enough. */
  readonly over: AbortSignal;
}

/** Callers at once. */
const CALLERS = 16;
/** Longest pause between two errands of one caller. Unit: milliseconds. */
const PAUSE = 100;
/** One in so many callers leaves before the answer, so soon. Unit of the time: milliseconds. */
const LEAVING = 30;
const LEAVES_WITHIN = 30;
/** What an answer may take beyond the gateway's bound and what the machine withholds: its last words, and the way. Unit: milliseconds. */
const GRACE = 1_000;
/** After this a caller gives up. Unit: milliseconds. */
const PATIENCE = BOUNDS.answer + 30_000;

/** Callers ask, and judge the answers, until it is enough. */
export async function askOn(options: CallersOptions): Promise<void> {
  const asker = new Asker(options.url, CALLERS);
  await Promise.all(Array.from({ length: CALLERS }, () => oneCaller(asker, options)));
  await asker.close();
}

async function oneCaller(asker: Asker, options: CallersOptions): Promise<void> {
  while (!options.over.aborted) {
    const errand = await anErrand(anyOf(ROLE_NAMES), options);
    if (onceIn(LEAVING)) await leaveEarly(asker, errand, options);
    else await wait(asker, errand, options);
    await delay(between(0, PAUSE));
  }
}

async function leaveEarly(asker: Asker, errand: Errand, options: CallersOptions): Promise<void> {
  const { chronicle, excuses } = options;
  const mayFail = excuses.since(performance.now());
  const signal = AbortSignal.timeout(between(1, LEAVES_WITHIN));
  const answer = await asker.ask(errand.question, signal).catch(() => undefined);
  if (answer) return look(errand, answer, { chronicle, mayFail });
  chronicle.now.left += 1;
  chronicle.meet('a client that leaves before its answer');
}

async function wait(asker: Asker, errand: Errand, options: CallersOptions): Promise<void> {
  const { chronicle, machine, excuses } = options;
  const began = performance.now();
  const { query } = errand.question;
  try {
    const answer = await asker.ask(errand.question, AbortSignal.timeout(PATIENCE));
    const took = performance.now() - began;
    chronicle.now.times.push(took);
    if (took > BOUNDS.answer + GRACE + machine.withheldSince(began))
      chronicle.wrong(`an answer after ${Math.round(took)} ms to ${query.slice(0, TOLD)}`);
    look(errand, answer, { chronicle, mayFail: excuses.since(began) });
  } catch (error) {
    const took = Math.round(performance.now() - began);
    chronicle.wrong(`no answer, but ${String(error)} after ${took} ms, to ${query.slice(0, TOLD)}`);
  }
}

/** How much of a wrong answer is told. Unit: characters. */
const TOLD = 500;

interface Judging {
  readonly chronicle: Chronicle;
  readonly mayFail: MayFail;
}

function look(errand: Errand, answer: Received, { chronicle, mayFail }: Judging): void {
  const { kind, role, question } = errand;
  const verdict = judgedBy(errand, answer, mayFail);
  if (verdict === 'whole') chronicle.meet(kind);
  if (typeof verdict === 'string') chronicle.now[verdict] += 1;
  else
    chronicle.wrong(
      `${verdict.wrong}, for ${role}: ${question.query.slice(0, TOLD)} is answered with ${answer.text.slice(0, TOLD)}`,
    );
  const leaked = leakedTo(role, answer.text);
  if (leaked) chronicle.wrong(`"${leaked}" is shown to ${role}, who asked ${question.query.slice(0, TOLD)}`);
}

function judgedBy({ judge }: Errand, answer: Received, mayFail: MayFail): Verdict {
  try {
    return judge(answer, mayFail);
  } catch (error) {
    return { wrong: `it cannot be read: ${String(error)}` };
  }
}
