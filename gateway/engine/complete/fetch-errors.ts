import type { FetchError, Scope } from '../execute/scope.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import { clientPaths, placesOf } from './places.js';
import type { Shape } from './shape.js';
import type { Path } from './writer.js';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of one answer that are told. Unit: errors. */
const MAX_ERRORS = 500;

/** The errors of an operation's fetches, each at every place of the client's answer that it is about. */
export function fetchErrors({ root, errors }: Scope, shape: Shape): readonly GraphQLFormattedError[] {
  const told = new Map<string, GraphQLFormattedError>();
  for (const each of errors) {
    for (const place of placesFor(each, root).flatMap((found) => clientPaths(root, shape, found))) {
      const error = { ...each.error, ...(place.length > 0 && { path: place }) };
      if (place.length === 0) delete (error as { path?: unknown }).path;
      if (told.size < MAX_ERRORS) told.set(JSON.stringify(error), error);
    }
  }
  return [...told.values()];
}

/**
 * An error of a whole fetch is told for each key that the fetch should have filled; within a list it is told once, for
 * the list, since all elements lack the same.
 */
function placesFor({ path, objects, tail, keys }: FetchError, root: Scope['root']): readonly Path[] {
  if (tail) return placesOf(root, path, objects).map((place) => [...place, ...tail]);
  const list = path.indexOf(EVERY_ELEMENT);
  return list < 0 ? keys.map((key) => [...path, key]) : [path.slice(0, list)];
}
