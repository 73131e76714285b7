import type { ExecutionResult } from 'graphql';
import type { FederatedAnswer, FederatedError } from './federated.js';

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
 * 3. One of the errors of each null stands at a place that truly fails, list indices included, or on the way to it.
 *    Beside it others may say what else is missing there: what did not arrive is not known to be whole.
 * 4. No place is told twice, unless by two agencies, which both failed there.
 */
export function differenceBetween(expected: Expected, got: FederatedAnswer): string | null {
  const { data, errors = [] } = expected.answer;
  if (JSON.stringify(got.data) !== JSON.stringify(data)) return 'the data differs';
  const told = got.errors ?? [];
  if (errors.length === 0 && told.length === 0) return null;
  const nulls = nullsAt(data, pathsOf(errors));
  const nullsTold = nullsAt(data, pathsOf(told));
  const places = waysTo(expected.failing());
  const exact = pathsOf(told).filter((path) => places.has(JSON.stringify(path)));
  return (
    unlike('nulls without an error', nulls, nullsTold) ??
    unlike('errors without a null of their own', nullsTold, nulls) ??
    unlike('nulls whose errors all stand at places that do not fail', nulls, nullsAt(data, exact)) ??
    repeated(told)
  );
}

function unlike(words: string, all: ReadonlySet<string>, known: ReadonlySet<string>): string | null {
  const others = [...all].filter((each) => !known.has(each));
  return others.length > 0 ? `${words}: ${others.join(' ')}` : null;
}

function repeated(told: readonly FederatedError[]): string | null {
  const texts = told.map(
    ({ path, extensions }) => `${JSON.stringify(path)} ${String(extensions?.['agency'])}`,
  );
  const twice = texts.find((text, index) => texts.indexOf(text) !== index);
  return twice === undefined ? null : `an error told twice: ${twice}`;
}

function pathsOf(errors: readonly { readonly path?: Path }[]): readonly Path[] {
  return errors.map(({ path = [] }) => path);
}

/** The places, and all that lead to them. */
function waysTo(paths: readonly Path[]): ReadonlySet<string> {
  return textsOf(paths.flatMap((path) => [[], ...path.map((_, index) => path.slice(0, index + 1))]));
}

function textsOf(paths: readonly Path[]): ReadonlySet<string> {
  return new Set(paths.map((path) => JSON.stringify(path)));
}

/** For each path, the part of it that leads to a null; all of it where it leads to none. */
function nullsAt(data: unknown, paths: readonly Path[]): ReadonlySet<string> {
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
