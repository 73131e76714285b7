import type { Surroundings } from './field.js';
import { FIRST_OF_LOAD } from './check.js';
import type { Load } from './processes/load.js';
import { largeSupergraphs, typeOfEdition } from './processes/supergraph.js';
import { median } from './report/medians.js';
import { startGateway, type Gateway } from './targets/gateway.js';
import { OURS } from './targets/ours.js';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** How a gateway takes over a new supergraph of 500 KB while it answers. */
export interface Takeover {
  /** Size of the supergraph. Unit: characters. */
  readonly size: number;
  /** From the start with it to the first answer. Unit: milliseconds. */
  readonly readyAfter: number;
  /** Slowest answer while nothing else happened. Unit: milliseconds. */
  readonly slowestBefore: number;
  /** Slowest answer while one was taken over, the median of all; none when none was. Unit: milliseconds. */
  readonly slowestDuring?: number;
}

/** What the measurement runs with. */
export interface TakeoverTools {
  readonly place: Surroundings;
  readonly load: Load;
  readonly core: number;
  /** How often a new supergraph is given. */
  readonly rounds: number;
}

/** How long one caller asks without a break, before a new supergraph and after. Unit: seconds. */
const WATCHED = { before: 3, after: 12 };

/** When, after the first question, the new supergraph is put in place. Unit: milliseconds. */
const PUT_AFTER = 1_000;

/** Measures what one caller, who asks without a break, notices of new supergraphs. @throws Error when ours does not come up. */
export async function measureTakeover({ place, load, core, rounds }: TakeoverTools): Promise<Takeover> {
  const edition = largeSupergraphs(place.subgraphs);
  const supergraph = join(place.folder, 'large.graphql');
  writeFileSync(supergraph, edition(0));
  const gateway = await startGateway(OURS, core, { ...place, supergraph });
  try {
    await slowest(load, gateway, WATCHED.before);
    const slowestBefore = await slowest(load, gateway, WATCHED.before);
    const during: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const watching = slowest(load, gateway, WATCHED.after);
      await delay(PUT_AFTER);
      replace(supergraph, edition(round));
      const measured = await watching;
      if (await hasEdition(gateway, round)) during.push(measured);
    }
    return {
      size: edition(0).length,
      readyAfter: gateway.readyAfter,
      slowestBefore,
      slowestDuring: during.length > 0 ? median(during) : undefined,
    };
  } finally {
    await gateway.process.stop();
  }
}

async function slowest(load: Load, { url, headers }: Gateway, seconds: number): Promise<number> {
  const job = { url, headers, work: 'small', connections: 1, from: FIRST_OF_LOAD, seconds };
  return (await load.run(job)).slowest;
}

/** Puts the file in place at once, so that nobody reads half of it. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

async function hasEdition(gateway: Gateway, edition: number): Promise<boolean> {
  const query = `{ __type(name: "${typeOfEdition(edition)}") { name } }`;
  const { data } = (await gateway.ask({ query })) as { readonly data?: { readonly __type: unknown } };
  return Boolean(data?.__type);
}
