import type { Data } from '../execute/data.js';
import type { FetchError, Findings } from '../execute/scope.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import { clientPaths, MAX_PLACES, placesOf } from './places.js';
import type { Shape } from './shape.js';
import type { Path } from './writer.js';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of one answer that are told. Unit: errors. */
const MAX_ERRORS = 500;

/** The errors of an operation's fetches, each at every place of the client's answer that it is about. */
export function fetchErrors({ root, errors }: Findings, shape: Shape): readonly GraphQLFormattedError[] {
  const told = new Map<string, GraphQLFormattedError>();
  for (const each of errors) {
    for (const place of placesFor(each, root, shape)) {
      const error = { ...each.error, ...(place.length > 0 && { path: place }) };
      if (place.length === 0) delete (error as { path?: unknown }).path;
      if (told.size < MAX_ERRORS) told.set(JSON.stringify(error), error);
    }
  }
  return [...told.values()];
}

/**
 * An error of a whole fetch is told for each key that the fetch should have filled, of each object; where that is too
 * often, the rest is told at their list.
 */
function placesFor({ path, objects, tail, keys }: FetchError, root: Data, shape: Shape): readonly Path[] {
  const list = path.indexOf(EVERY_ELEMENT);
  const places = list < 0 && !tail ? [path] : placesOf(root, path, objects);
  const all = places.flatMap((place) =>
    tail ? clientPaths(root, shape, [...place, ...tail]) : placesOfKeys(place, { root, shape, keys }),
  );
  if (all.length <= MAX_PLACES) return all;
  return [...all.slice(0, MAX_PLACES), ...clientPaths(root, shape, path.slice(0, Math.max(0, list)))];
}

interface Keys {
  readonly root: Data;
  readonly shape: Shape;
  readonly keys: readonly string[];
}

/** Where the client asked for any of the keys of an object; the object itself where it asked for none. */
function placesOfKeys(place: Path, { root, shape, keys }: Keys): readonly Path[] {
  const found = keys.flatMap((key) => clientPaths(root, shape, [...place, key]));
  const asked = found.filter(({ length }) => length > place.length);
  return asked.length > 0 ? asked : found;
}
