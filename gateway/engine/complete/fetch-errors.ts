import type { Data } from '../execute/data.js';
import type { FetchError, Findings } from '../execute/scope.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import { clientPaths, isShown, MAX_PLACES, placesOf } from './places.js';
import type { Shape } from './shape.js';
import type { Path } from './writer.js';
import type { GraphQLFormattedError } from 'graphql';

/** Errors of one answer that are told. Unit: errors. */
const MAX_ERRORS = 500;

/**
 * The errors of an operation's fetches, each at every place of the client's answer that it is about. In a part of an answer
 * an error has the places that it has in the whole, as far as the part shows them.
 */
export function fetchErrors(findings: Findings, shape: Shape): readonly GraphQLFormattedError[] {
  const told = new Map<string, GraphQLFormattedError>();
  for (const each of findings.errors) {
    for (const place of placesIn(each, findings, shape)) {
      const error = { ...each.error, ...(place.length > 0 && { path: place }) };
      if (place.length === 0) delete (error as { path?: unknown }).path;
      if (told.size < MAX_ERRORS) told.set(JSON.stringify(error), error);
    }
  }
  return [...told.values()];
}

function placesIn(error: FetchError, { root, whole }: Findings, shape: Shape): readonly Path[] {
  const all = placesFor(error, root, whole ?? shape);
  const isOwn = (place: Path): boolean => !whole || isShown(root, shape, place);
  if (!all.some(isOwn)) return [];
  const told = all.slice(0, MAX_PLACES).filter(isOwn);
  return all.length <= MAX_PLACES ? told : [...told, ...placesOfRest(error, root, shape)];
}

/**
 * An error of a whole fetch is told for each key that the fetch should have filled, of each object; where that is too
 * often, the rest is told at their list.
 */
function placesFor({ path, objects, tail, keys }: FetchError, root: Data, shape: Shape): readonly Path[] {
  const isOfOne = !path.includes(EVERY_ELEMENT) && !tail;
  const places = isOfOne ? [path] : placesOf(root, path, objects);
  return places.flatMap((place) =>
    tail ? clientPaths(root, shape, [...place, ...tail]) : placesOfKeys(place, { root, shape, keys }),
  );
}

function placesOfRest({ path }: FetchError, root: Data, shape: Shape): readonly Path[] {
  return clientPaths(root, shape, path.slice(0, Math.max(0, path.indexOf(EVERY_ELEMENT))));
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
