import { timeLimit } from '../time-limit.js';
import { jsonAnswer, type HttpAnswer } from './answer.js';
import type { Readiness } from './app.js';

/** The answer of `/health/live`: the process runs and its event loop turns. */
export function liveAnswer(): HttpAnswer {
  return jsonAnswer(200, { status: 'live' });
}

/**
 * The answer of `/health/ready`: 200 when requests are welcome, 503 when they are not, or when that cannot be told in
 * time; with the state of each subgraph where the process knows it.
 *
 * @param timeout Unit: milliseconds.
 */
export async function readyAnswer(
  isReady: () => Promise<boolean | Readiness>,
  timeout: number,
): Promise<HttpAnswer> {
  const found = await timeLimit(isReady(), timeout, false).catch(() => false);
  if (typeof found === 'boolean') return jsonAnswer(statusOf(found), { status: wordFor(found) });
  const subgraphs = Object.entries(found.subgraphs).map(([name, answers]) => [name, wordFor(answers)]);
  return jsonAnswer(statusOf(found.isReady), {
    status: wordFor(found.isReady),
    subgraphs: Object.fromEntries(subgraphs) as unknown,
  });
}

function statusOf(isReady: boolean): number {
  return isReady ? 200 : 503;
}

function wordFor(isReady: boolean): string {
  return isReady ? 'ready' : 'not ready';
}
