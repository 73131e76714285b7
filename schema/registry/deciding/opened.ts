import { lowered, protectionOf, type Lowered } from '../../contract/access/lowered.js';
import { parse } from 'graphql';

/** Two graphs that a channel serves one after the other. */
export interface Step {
  /** Supergraph that is served until now. */
  readonly before: string;
  /** Supergraph that comes. */
  readonly after: string;
}

/** The coordinates that demand less after a step than before it. */
export function loweredBy({ before, after }: Step): readonly string[] {
  return coordinatesOf(lowered(protectionIn(before), protectionIn(after)));
}

/**
 * What was opened before and still is: a gateway that missed a release compares the next one with an older graph.
 *
 * @param opened what was opened until now
 */
export function stillOpened(opened: readonly string[], { before, after }: Step): readonly string[] {
  if (opened.length === 0) return [];
  const [former, next] = [protectionIn(before), protectionIn(after)];
  const raised = new Set(coordinatesOf(lowered(next, former)));
  return opened.filter((coordinate) => next.coordinates.has(coordinate) && !raised.has(coordinate));
}

function protectionIn(supergraphSdl: string): ReturnType<typeof protectionOf> {
  return protectionOf(parse(supergraphSdl));
}

function coordinatesOf(all: readonly Lowered[]): readonly string[] {
  return all.map(({ coordinate }) => coordinate);
}
