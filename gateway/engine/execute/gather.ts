import { EVERY_ELEMENT } from '../plan/plan.js';
import { isData, type Data } from './data.js';

/** An object of the answer, and the place that refers to it. */
export interface Found {
  readonly object: Data;
  readonly holder: Data | unknown[];
  readonly key: string | number;
}

/** Where objects may be met, and who refers to each. */
interface Level {
  readonly values: unknown[];
  readonly holders: (Data | unknown[])[];
  readonly keys: (string | number)[];
}

/**
 * Finds the objects at a path, each once, however many places refer to it; but every place of theirs is told, since an
 * equal object may be put there instead.
 */
export function gather(root: Data, path: readonly string[]): readonly Found[] {
  let level: Level = { values: [root], holders: [{ root }], keys: ['root'] };
  for (const step of path) level = step === EVERY_ELEMENT ? elementsOf(level) : keysOf(level, step);
  const found: Found[] = [];
  level.values.forEach((object, index) => {
    const holder = level.holders[index];
    const key = level.keys[index];
    if (isData(object) && holder && key !== undefined) found.push({ object, holder, key });
  });
  return found;
}

function keysOf({ values }: Level, key: string): Level {
  const next: Level = { values: [], holders: [], keys: [] };
  for (const value of new Set(values)) {
    if (!isData(value)) continue;
    next.values.push(value[key]);
    next.holders.push(value);
    next.keys.push(key);
  }
  return next;
}

function elementsOf({ values }: Level): Level {
  const next: Level = { values: [], holders: [], keys: [] };
  for (const list of new Set(values)) {
    if (!Array.isArray(list)) continue;
    list.forEach((value: unknown, index) => {
      next.values.push(value);
      next.holders.push(list);
      next.keys.push(index);
    });
  }
  return next;
}
