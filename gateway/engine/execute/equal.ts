import { isData } from './data.js';

/** Whether two values of the answer under way are the same through and through. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) return Array.isArray(b) && areListsEqual(a, b);
  if (!isData(a) || !isData(b)) return false;
  let count = 0;
  for (const key in a) {
    if (!isEqual(a[key], b[key])) return false;
    count += 1;
  }
  for (const _ in b) count -= 1;
  return count === 0;
}

function areListsEqual(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, index) => isEqual(each, b[index]));
}
