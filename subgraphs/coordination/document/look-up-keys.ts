import { foldSymbol } from './symbol/fold.js';
import { isRejection, readSymbol } from './symbol/parse.js';

/** The keys by which a document is looked up: each spelling of its symbol folded, and the bare number of each. */
export function lookUpKeys(spellings: readonly (string | null)[]): readonly string[] {
  const known = spellings.filter((spelling) => spelling !== null);
  return [...new Set([...known, ...known.flatMap(numberOf)].map(foldSymbol))];
}

function numberOf(spelling: string): readonly string[] {
  const reading = readSymbol(spelling);
  return isRejection(reading) || reading.number === null ? [] : [reading.number.text];
}
