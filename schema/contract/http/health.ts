import { timeLimit } from '../time-limit.js';
import { jsonAnswer, type HttpAnswer } from './answer.js';

/** The answer of `/health/live`: the process runs and its event loop turns. */
export function liveAnswer(): HttpAnswer {
  return jsonAnswer(200, { status: 'live' });
}

/**
 * The answer of `/health/ready`: 200 when requests are welcome, 503 when they are not, or when that cannot be told in
 * time.
 *
 * @param timeout Unit: milliseconds.
 */
export async function readyAnswer(isReady: () => Promise<boolean>, timeout: number): Promise<HttpAnswer> {
  const ready = await timeLimit(isReady(), timeout, false).catch(() => false);
  return ready ? jsonAnswer(200, { status: 'ready' }) : jsonAnswer(503, { status: 'not ready' });
}
