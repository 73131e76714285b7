import type { Path } from '../complete/writer.js';
import { EVERY_ELEMENT } from '../plan/plan.js';
import type { Placed } from './client-view.js';
import type { GraphQLFormattedError } from 'graphql';

type Errors = readonly GraphQLFormattedError[];

/** A place of a part, and what went wrong there. */
export interface PlacedErrors extends Placed {
  readonly errors: Errors;
}

/**
 * The errors of a part by its places: those at an object or below it with the object, and those above, or of no place at
 * all, with the first one.
 *
 * @param path keys of the answer that lead to the objects, with `@` for the elements of lists
 */
export function withErrors(
  places: readonly Placed[],
  path: readonly string[],
  errors: Errors,
): readonly PlacedErrors[] {
  const above = errors.filter((error) => isAbove(path, error));
  return places.map((place, index) => {
    const own = errors.filter((error) => isAt(place.path, error));
    return { ...place, errors: index === 0 ? [...above, ...own] : own };
  });
}

function isAbove(part: readonly string[], { path, extensions }: GraphQLFormattedError): boolean {
  if (!path) return affectedIn(extensions) === null;
  return path.length < part.length && path.every((step, index) => part[index] === anyElement(step));
}

/** Of a place within lists, which errors do not tell, every one is told. */
function isAt(at: Path, { path, extensions }: GraphQLFormattedError): boolean {
  if (path) return at.every((step, index) => path[index] === step);
  const affected = affectedIn(extensions);
  return affected !== null && at.every((step, index) => affected[index] === anyElement(step));
}

function affectedIn(extensions: GraphQLFormattedError['extensions']): readonly string[] | null {
  const affected = extensions?.['affectedPath'];
  return typeof affected === 'string' ? affected.split('.') : null;
}

function anyElement(step: string | number): string {
  return typeof step === 'number' ? EVERY_ELEMENT : step;
}
