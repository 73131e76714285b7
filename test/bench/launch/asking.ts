import { request, type Agent } from 'undici';
import { DISTINCT } from '../gateway/work/distinct.js';
import { workNamed } from '../gateway/work/works.js';

/** One request that was answered, or not. */
export interface Asked {
  /** On the clock of `performance.now`. Unit: milliseconds. */
  readonly at: number;
  /** Unit: milliseconds. */
  readonly ms: number;
  /** What was no good. */
  readonly failure?: string;
}

/** How a gateway is asked. */
export interface AskingOptions {
  readonly url: string;
  readonly agent: Agent;
  /** Unit: requests. */
  readonly perSecond: number;
}

/** Of so many requests, one is another query than the usual one; of these so many are different. */
const OTHERS = { every: 20, distinct: 100 };

const SMALL = JSON.stringify(workNamed('small').request(0));

/** Asks at a constant pace, whatever the answers take, until it is told to stop; then answers what came of it. */
export function asking({ url, agent, perSecond }: AskingOptions): () => Promise<readonly Asked[]> {
  const began = performance.now();
  const all: Promise<Asked>[] = [];
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * perSecond);
    while (all.length < due) all.push(askOne(bodyOf(all.length), { url, agent }));
  }, 1);
  return () => {
    clearInterval(timer);
    return Promise.all(all);
  };
}

function bodyOf(number: number): string {
  if (number % OTHERS.every > 0) return SMALL;
  return JSON.stringify(DISTINCT.request((number / OTHERS.every) % OTHERS.distinct));
}

async function askOne(body: string, { url, agent }: Pick<AskingOptions, 'url' | 'agent'>): Promise<Asked> {
  const at = performance.now();
  const headers = { 'content-type': 'application/json' };
  const failure = await request(url, { method: 'POST', body, headers, dispatcher: agent }).then(
    async (answer) => {
      const text = await answer.body.text();
      return answer.statusCode === 200 && !text.startsWith('{"errors"') ? undefined : text.slice(0, 200);
    },
    (error: unknown) => String(error),
  );
  return { at, ms: performance.now() - at, ...(failure !== undefined && { failure }) };
}
