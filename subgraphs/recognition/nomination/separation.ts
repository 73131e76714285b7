import type { Reader } from '../../shared/reading/reader.js';
import { sql } from 'kysely';
import DataLoader from 'dataloader';

/** Whether an organisation is in the caller's scope. */
export async function isInScope(read: Reader, ref: string): Promise<boolean> {
  const [row] = await read.rows(sql<{ found: boolean }>`select in_scope(${ref}) as found`);
  return row?.found === true;
}

/** Keys of the nominations that the caller may read and in which two duties were not kept apart. */
export async function brokenSeparations(read: Reader): Promise<readonly string[]> {
  const rows = await read.rows(
    sql<{ key: string }>`select n.key from nomination n where n.key in (select broken_separations())`,
  );
  return rows.map(({ key }) => key);
}

const loaders = new WeakMap<Reader, DataLoader<string, boolean>>();

/** Whether all duties were kept apart in a nomination. */
export function isSeparationKept(read: Reader, key: string): Promise<boolean> {
  const loader = loaders.get(read) ?? separationLoader(read);
  loaders.set(read, loader);
  return loader.load(key);
}

function separationLoader(read: Reader): DataLoader<string, boolean> {
  return new DataLoader(async (keys) => {
    const rows = await read.rows(
      sql<{ key: string }>`select n.key from nomination n
        where n.key = any(${[...keys]}::uuid[]) and separation_is_broken(n.key)`,
    );
    const broken = new Set(rows.map(({ key }) => key));
    return keys.map((key) => !broken.has(key));
  });
}
