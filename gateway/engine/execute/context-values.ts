import { EVERY_ELEMENT, type Rename } from '../plan/plan.js';
import { isData, typenameOf, type Data } from './data.js';
import type { Found } from './gather.js';
import { FRAGMENT } from './rewrites.js';
import type { TypeRelations } from './type-relations.js';

/** Values of variables, as JSON by their names. */
export type Values = ReadonlyMap<string, string>;

/** Objects for which a fetch has the same values from their surroundings. */
export interface Batch {
  readonly values: Values;
  readonly found: readonly Found[];
}

/** An object of the answer, and those around it, the nearest last. */
interface Standing extends Found {
  readonly around: readonly Data[];
}

/** What values are read from. */
export interface ContextParts {
  readonly root: Data;
  /** Where the objects stand that a fetch completes. */
  readonly path: readonly string[];
  /** Paths that first go up by `..` from such an object, and the variables that get what is there. */
  readonly rewrites: readonly Rename[];
  readonly relations: TypeRelations;
}

/**
 * Finds the objects at a path, with the values that they get from their surroundings: those with the same values
 * together. An object whose surroundings lack a value is told to `onMissing`, and left out.
 */
export function batchesOf(parts: ContextParts, onMissing: (object: Data) => void): readonly Batch[] {
  const batches = new Map<string, { values: Values; found: Found[] }>();
  const names = new Set(parts.rewrites.map(({ to }) => to));
  for (const standing of standingAt(parts.root, parts.path)) {
    const values = valuesFor(standing, parts);
    if (values.size < names.size) {
      onMissing(standing.object);
      continue;
    }
    const key = [...names].map((name) => values.get(name)).join();
    const batch = batches.get(key);
    if (batch) batch.found.push(standing);
    else batches.set(key, { values, found: [standing] });
  }
  return [...batches.values()];
}

/** Of several paths to one variable, the first that leads anywhere counts. */
function valuesFor({ around, object }: Standing, { rewrites, relations }: ContextParts): Values {
  const values = new Map<string, string>();
  for (const { path, to } of rewrites) {
    if (values.has(to)) continue;
    const ups = path.filter((step) => step === UP).length;
    const start = ups === 0 ? object : around.at(-ups);
    const value = start && valueAt(start, path.slice(ups), relations);
    if (value !== undefined) values.set(to, JSON.stringify(value));
  }
  return values;
}

const UP = '..';

/** What is at a path; nothing where it leads to an object of another type, or to what is not there. */
function valueAt(value: unknown, path: readonly string[], relations: TypeRelations): unknown {
  const [step, ...rest] = path;
  if (step === undefined || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((each: unknown) => valueAt(each, path, relations));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isData(value)) return undefined;
  if (!step.startsWith(FRAGMENT)) return valueAt(value[step], rest, relations);
  const isMeant = relations.isOf(typenameOf(value) ?? '', step.slice(FRAGMENT.length));
  return isMeant ? valueAt(value, rest, relations) : undefined;
}

function standingAt(root: Data, path: readonly string[]): readonly Standing[] {
  let level: readonly Place[] = [{ value: root, around: [], holder: { root }, key: 'root' }];
  for (const step of path) level = level.flatMap((place) => placesIn(place, step));
  return level.flatMap(({ value, ...rest }) => (isData(value) ? [{ ...rest, object: value }] : []));
}

interface Place extends Omit<Standing, 'object'> {
  readonly value: unknown;
}

function placesIn({ value, around }: Place, step: string): readonly Place[] {
  if (step === EVERY_ELEMENT)
    return Array.isArray(value)
      ? value.map((each: unknown, key) => ({ value: each, around, holder: value, key }))
      : [];
  return isData(value) ? [{ value: value[step], around: [...around, value], holder: value, key: step }] : [];
}
