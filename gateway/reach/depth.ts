import { FetchFailure } from './fetch-failure.js';

/** Deepest nesting of an answer; whatever works on it calls itself for each level. Unit: levels. */
export const MAX_ANSWER_DEPTH = 500;

/** @throws FetchFailure when a value is nested deeper than an answer may be. */
export function requireShallow(value: unknown): void {
  if (isDeeper(value, MAX_ANSWER_DEPTH)) throw new FetchFailure('too-deep');
}

/** A look at what was parsed takes a small part of what it took to parse it; one at the text takes as long. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Array.isArray(value) ? hasDeeperItem(value, levels - 1) : hasDeeperField(value, levels - 1);
}

function hasDeeperItem(items: readonly unknown[], levels: number): boolean {
  for (const item of items) if (isDeeper(item, levels)) return true;
  return false;
}

function hasDeeperField(fields: object, levels: number): boolean {
  for (const key in fields) if (isDeeper(fields[key as never], levels)) return true;
  return false;
}
