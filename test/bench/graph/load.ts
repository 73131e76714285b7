import type { Nation } from './nations.js';
import type { NationName } from './options.js';
import type { Question } from './questions.js';

/** One round of one question on one nation. */
export interface Sample {
  readonly question: string;
  readonly nation: NationName;
  /** Of the requests one after the other. Unit: milliseconds. */
  readonly times: readonly number[];
  /** Of the requests at once. Unit: requests a second. */
  readonly throughput: number;
}

/** How many requests are under way at once. */
const AT_ONCE = 8;

/** Asks so often one after the other, and then as often at once. */
export async function sampleOf(question: Question, nation: Nation, requests: number): Promise<Sample> {
  const times: number[] = [];
  for (let n = 0; n < requests; n++)
    times.push(await timeOf(() => nation.ask(question.query, question.variables)));
  const asked = requests * 2;
  const ms = await timeOf(() => askAtOnce(question, nation, asked));
  return { question: question.id, nation: nation.name, times, throughput: (asked * 1_000) / ms };
}

async function askAtOnce({ query, variables }: Question, nation: Nation, requests: number): Promise<void> {
  let left = requests;
  const client = async (): Promise<void> => {
    while (left-- > 0) await nation.ask(query, variables);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
}

/** Unit: milliseconds. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
