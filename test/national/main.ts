import 'reflect-metadata';
import { readSeedOptions, SeedRefused } from './options.js';
import { requirePermission } from './permission.js';
import { addressesIn, defaultFolder, openPlace } from './place.js';
import { seedNation } from './seed.js';

/** Exit code of what was refused. */
const REFUSED = 2;

/** Fills three databases with a synthetic nation: `npm run seed:national -- --scale 1`. */
try {
  await seed();
} catch (error) {
  if (!(error instanceof SeedRefused)) throw error;
  say(error.message);
  process.exitCode = REFUSED;
}

async function seed(): Promise<void> {
  const options = readSeedOptions(process.argv.slice(2));
  const addresses = addressesIn(process.env);
  requirePermission(addresses, options, process.env);
  const folder = options.dataDir ?? defaultFolder(options.scale);
  say(addresses ? 'The databases are those of the environment.' : `The cluster lies in ${folder}.`);
  const began = performance.now();
  const place = await openPlace(addresses, folder);
  try {
    const written = await seedNation(place.agencies, options, say);
    say(`${written} records in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  } finally {
    await place.close();
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
