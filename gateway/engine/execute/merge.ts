import { held, isData, type Data } from './data.js';
import type { TypeRelations } from './type-relations.js';

/**
 * Puts what a fetch answered into an object of the answer. What is there already stays: lists and objects are filled
 * further, and `null` does not take away what another fetch found. Only an object that stood for an interface learns
 * its true type.
 */
export function mergeInto(target: Data, source: Data, relations: TypeRelations): void {
  if (target === source) return;
  for (const key in source) {
    const found = source[key];
    const known = held(target, key);
    if (known === undefined || known === null) target[key] = found;
    else if (typeof known === 'object') mergeValue(known, found, relations);
    else if (key === '__typename') target[key] = trueType(known, found, relations);
    else if (found !== null) target[key] = found;
  }
}

function trueType(known: unknown, found: unknown, relations: TypeRelations): unknown {
  return relations.isObject(String(known)) || !relations.isObject(String(found)) ? known : found;
}

function mergeValue(known: object, found: unknown, relations: TypeRelations): void {
  if (known === found) return;
  if (Array.isArray(known)) mergeList(known, found, relations);
  else if (isData(found)) mergeInto(known as Data, found, relations);
}

function mergeList(known: unknown[], found: unknown, relations: TypeRelations): void {
  if (!Array.isArray(found)) return;
  found.forEach((each: unknown, index) => {
    const there = known[index];
    if (there === undefined || there === null) known[index] = each;
    else if (typeof there === 'object') mergeValue(there, each, relations);
  });
}
