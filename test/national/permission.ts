import { SeedRefused, type SeedOptions } from './options.js';
import type { Addresses } from './place.js';
import { SYNTHETIC_KEY_VERSION } from './random.js';
import type { Clients } from './land.js';

const HERE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Refuses databases elsewhere, and production, where that was not said to be meant. @throws SeedRefused */
export function requirePermission(
  addresses: Addresses,
  { yes }: Pick<SeedOptions, 'yes'>,
  environment: NodeJS.ProcessEnv,
): void {
  if (yes) return;
  if (environment['NODE_ENV'] === 'production')
    throw new SeedRefused('NODE_ENV is production: say --yes if that is meant.');
  const elsewhere = [...(addresses?.values() ?? [])].filter((url) => !HERE.has(new URL(url).hostname));
  if (elsewhere.length > 0)
    throw new SeedRefused('A database lies on another machine: say --yes if that is meant.');
}

/** A table of each agency that every seed writes to. */
const TELLING = [
  ['union', 'union_organization'],
  ['coordination', 'police_organization'],
  ['recognition', 'recognition_batch'],
] as const;

/** Refuses databases that hold a seed already, unless it is to be completed. @throws SeedRefused */
export async function requireUnseeded(
  clients: Clients,
  { again }: Pick<SeedOptions, 'again'>,
): Promise<void> {
  if (again) return;
  for (const [name, table] of TELLING) {
    const { rowCount } = await clients[name].query(
      `select from ${table} where substr(key::text, 15, 1) = '${SYNTHETIC_KEY_VERSION}' limit 1`,
    );
    if ((rowCount ?? 0) > 0)
      throw new SeedRefused(`The database of ${name} holds a seed already: say --again to complete it.`);
  }
}
