import { ANONYMOUS } from '../../schema/contract/caller.js';
import type { Readiness } from '../../schema/contract/serve.js';
import { Leaving } from './leaving.js';
import type { Reach } from './reach.js';
import { randomUUID } from 'node:crypto';

/** How long a finding holds, so that whoever asks often does not burden the subgraphs. Unit: milliseconds. */
const KEPT_MS = 2_000;

/**
 * Tells which subgraphs answer at all, asking each for no more than the name of a type. The gateway is ready as long as
 * one of them does, since each takes down only its own part.
 *
 * @param timeout time for a subgraph to answer. Unit: milliseconds.
 */
export function probing(ways: ReadonlyMap<string, Reach>, timeout: number): () => Promise<Readiness> {
  let latest: Promise<Readiness> | undefined;
  let askedAt = 0;
  return () => {
    const now = performance.now();
    if (latest && now - askedAt < KEPT_MS) return latest;
    askedAt = now;
    latest = readinessOf(ways, timeout);
    return latest;
  };
}

async function readinessOf(ways: ReadonlyMap<string, Reach>, timeout: number): Promise<Readiness> {
  const found = await Promise.all(
    [...ways].map(async ([name, way]) => [name, await answers(way, { name, timeout })] as const),
  );
  return { isReady: found.some(([, isThere]) => isThere), subgraphs: Object.fromEntries(found) };
}

interface Asked {
  readonly name: string;
  /** Unit: milliseconds. */
  readonly timeout: number;
}

async function answers(way: Reach, { name, timeout }: Asked): Promise<boolean> {
  const operation = { requestId: randomUUID(), caller: ANONYMOUS, subgraphs: [name] };
  const leaving = new Leaving(AbortSignal.timeout(timeout));
  return way.fetch({ query: '{ __typename }', variables: {}, isProbe: true, operation, leaving }).then(
    ({ errors }) => !errors?.length,
    () => false,
  );
}
