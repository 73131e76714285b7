import { workNamed } from '../work/works.js';
import { LoadClient, type Answer } from './client.js';
import type { LoadJob, LoadResult } from './job.js';

const OK = 200;

/** How much of a failure is told. Unit: bytes. */
const SHOWN = 300;

/** Asks a gateway as fast as it answers, each connection with one request at a time. */
export async function runLoad(job: LoadJob): Promise<LoadResult> {
  const work = workNamed(job.work);
  const fixed = work.isFixed ? JSON.stringify(work.request(0)) : undefined;
  const tally = new Tally();
  const began = performance.now();
  const end = began + job.seconds * 1_000;
  let next = job.from;
  const ask = async (): Promise<void> => {
    const client = new LoadClient(job.url, job.headers);
    while (performance.now() < end) {
      await tally.count(client, fixed ?? JSON.stringify(work.request(next++)), end);
    }
    await client.close();
  };
  await Promise.all(Array.from({ length: job.connections }, ask));
  return tally.result(job.seconds);
}

class Tally {
  readonly #times: number[] = [];
  #answered = 0;
  #failed = 0;
  #firstFailure: string | undefined;

  async count(client: LoadClient, body: string, end: number): Promise<void> {
    const asked = performance.now();
    const failure = await client.ask(body).then(failureOf, String);
    const now = performance.now();
    if (failure !== undefined) {
      this.#failed += 1;
      this.#firstFailure ??= failure;
      return;
    }
    this.#times.push(now - asked);
    if (now <= end) this.#answered += 1;
  }

  result(seconds: number): LoadResult {
    const times = Float64Array.from(this.#times).toSorted();
    return {
      answered: this.#answered,
      completed: times.length,
      failed: this.#failed,
      firstFailure: this.#firstFailure,
      seconds,
      p50: percentile(times, 0.5),
      p99: percentile(times, 0.99),
      slowest: percentile(times, 1),
    };
  }
}

function failureOf({ status, chunks }: Answer): string | undefined {
  if (status === OK && !chunks.some((chunk) => chunk.includes('"errors"'))) return undefined;
  return `${status} ${Buffer.concat(chunks).subarray(0, SHOWN).toString()}`;
}

/** Nearest rank. */
function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
