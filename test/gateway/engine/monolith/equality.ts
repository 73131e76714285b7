import type { ExecutionResult } from 'graphql';
import type { FederatedAnswer } from './federated.js';

type Path = readonly (string | number)[];

/** What one schema answers, and what it fails at. */
export interface Expected {
  readonly answer: ExecutionResult;
  /**
   * All places that fail. One schema does not tell them all: the first failure of what must not be null ends the work
   * on what stands beside it.
   */
  readonly failing: () => readonly Path[];
}

/**
 * How a federated answer differs from that of one schema; `null` when it does not.
 *
 * 1. The data is the same text: values, nulls, and the order of keys.
 * 2. Every null that an error explains in the one is explained by an error in the other. Which error explains it may
 *    differ where several fields below the same null failed, since work beside a failure may or may not have ended.
 * 3. Every error stands at a place that truly fails, list indices included.
 * 4. No place is told twice.
 */
export function differenceBetween(expected: Expected, got: FederatedAnswer): string | null {
  const { data, errors = [] } = expected.answer;
  const wanted = JSON.stringify(data);
  if (JSON.stringify(got.data) !== wanted) return 'the data differs';
  if (errors.length === 0 && !got.errors?.length) return null;
  const paths = (got.errors ?? []).map(({ path = [] }) => path);
  const voided = placesIn(data, errors.map(({ path = [] }) => path));
  return (
    unlike('nulls without an error', voided, placesIn(data, paths)) ??
    unlike('errors without a null of their own', placesIn(data, paths), voided) ??
    unlike('errors at places that do not fail', textsOf(paths), textsOf(expected.failing())) ??
    repeated(paths)
  );
}

function unlike(words: string, all: ReadonlySet<string>, known: ReadonlySet<string>): string | null {
  const others = [...all].filter((each) => !known.has(each));
  return others.length > 0 ? `${words}: ${others.join(' ')}` : null;
}

function repeated(paths: readonly Path[]): string | null {
  const texts = paths.map((path) => JSON.stringify(path));
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  return twice === undefined ? null : `an error told twice: ${twice}`;
}

function textsOf(paths: readonly Path[]): ReadonlySet<string> {
  return new Set(paths.map((path) => JSON.stringify(path)));
}

/** For each path, the part of it that leads to a null; all of it where it leads to none. */
function placesIn(data: unknown, paths: readonly Path[]): ReadonlySet<string> {
  return textsOf(paths.map((path) => upToNull(data, path)));
}

function upToNull(data: unknown, path: Path): Path {
  let value = data;
  for (const [index, step] of path.entries()) {
    if (value === null || value === undefined) return path.slice(0, index);
    value = (value as Record<string | number, unknown>)[step];
  }
  return path;
}
