import type { Reader } from '../../shared/reading/reader.js';
import { EligibilityWarning } from './eligibility-warning.js';
import { sql } from 'kysely';
import DataLoader from 'dataloader';

/** What speaks against an award to an enterprise; `null` where the caller may not know. */
type Warnings = readonly EligibilityWarning[] | null;

interface Row {
  readonly key: string;
  readonly warnings: Warnings;
}

const loaders = new WeakMap<Reader, DataLoader<string, Warnings>>();

/** What speaks against an award to an enterprise, with one statement for all that are asked about at the same time. */
export function warningsOf(read: Reader, enterprise: string): Promise<Warnings> {
  const loader = loaders.get(read) ?? new DataLoader((keys: readonly string[]) => fetch(read, keys));
  loaders.set(read, loader);
  return loader.load(enterprise);
}

async function fetch(read: Reader, keys: readonly string[]): Promise<readonly Warnings[]> {
  const rows = await read.rows(
    sql<Row>`select key, eligibility_warnings(key) as warnings from unnest(${[...keys]}::uuid[]) each(key)`,
  );
  const found = new Map(rows.map(({ key, warnings }) => [key, warnings]));
  return keys.map((key) => found.get(key) ?? null);
}
