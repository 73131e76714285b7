import { judged, type Answer } from './right.js';
import { QUESTIONS } from './questions.js';
import { Pool } from 'undici';
import { setTimeout as delay } from 'node:timers/promises';

/** What callers met. Units: answers, milliseconds. */
export interface Tally {
  whole: number;
  partial: number;
  /** Callers who left before their answer. */
  left: number;
  readonly wrong: string[];
  readonly times: number[];
}

/** How callers ask. */
export interface CallersOptions {
  readonly url: string;
  /** The answer to each question while nothing is wrong. */
  readonly expected: readonly unknown[];
  readonly tally: Tally;
  /** Aborted when they have asked enough. */
  readonly over: AbortSignal;
}

/** Callers at once. */
const CALLERS = 24;
/** Longest pause between two questions of one caller. Unit: milliseconds. */
const PAUSE = 40;
/** One in so many callers leaves before the answer. */
const LEAVING = 50;
/** Longest wait for an answer. Unit: milliseconds. */
const PATIENCE = 20_000;

/** The answers to all questions while nothing is wrong. @throws Error when one has errors. */
export async function wholeAnswers(url: string): Promise<readonly unknown[]> {
  const asker = new Asker(url);
  const answers = await Promise.all(QUESTIONS.map((query) => asker.ask(query)));
  await asker.close();
  const failing = answers.find(({ errors }) => errors);
  if (failing) throw new Error(`Something is wrong from the start: ${JSON.stringify(failing.errors)}`);
  return answers.map(({ data }) => data);
}

/** Asks, and judges the answers, until it is enough. */
export async function askOn(options: CallersOptions): Promise<void> {
  const asker = new Asker(options.url);
  await Promise.all(Array.from({ length: CALLERS }, () => oneCaller(asker, options)));
  await asker.close();
}

async function oneCaller(asker: Asker, { expected, tally, over }: CallersOptions): Promise<void> {
  while (!over.aborted) {
    const number = Math.floor(Math.random() * QUESTIONS.length);
    const isLeaving = Math.random() < 1 / LEAVING;
    const began = performance.now();
    try {
      const answer = await asker.ask(QUESTIONS[number] ?? '', isLeaving);
      tally.times.push(performance.now() - began);
      const verdict = judged(expected[number], answer);
      if (typeof verdict === 'string') tally[verdict] += 1;
      else
        tally.wrong.push(`${QUESTIONS[number]}: ${verdict.wrong}: ${JSON.stringify(answer).slice(0, 500)}`);
    } catch (error) {
      if (isLeaving) tally.left += 1;
      else tally.wrong.push(`${QUESTIONS[number]}: no answer: ${String(error)}`);
    }
    await delay(Math.random() * PAUSE);
  }
}

class Asker {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(url, { connections: CALLERS });
  }

  /** @throws Error when no answer comes, or the caller leaves. */
  async ask(query: string, isLeaving = false): Promise<Answer> {
    const signal = AbortSignal.timeout(isLeaving ? 1 + Math.random() * 4 : PATIENCE);
    const { body } = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal,
    });
    return (await body.json()) as Answer;
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
