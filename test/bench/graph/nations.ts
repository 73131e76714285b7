import { HUB_SETTINGS } from '../../../gateway/embedded/settings.js';
import { reachInProcess } from '../../../gateway/reach/in-process.js';
import { createGateway } from '../../../gateway/server.js';
import { createLog } from '../../../schema/contract/log.js';
import { readSettings } from '../../../schema/contract/settings.js';
import { composeSupergraph } from '../../../schema/registry/compose.js';
import { openPlace, type Agency } from '../../national/place.js';
import { SeedRefused } from '../../national/options.js';
import { seedNation } from '../../national/seed.js';
import { askAt, type HttpGraphAnswer } from '../../support/ask.js';
import { SCALES, type NationName } from './options.js';
import { takeStatements, type Statement } from './recorder.js';

/** A hub on one of the compared sets of data. */
export interface Nation {
  readonly name: NationName;
  readonly agencies: readonly Agency[];
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<HttpGraphAnswer>;
  /** As {@link ask}, with what it cost; nothing else may be asked meanwhile. */
  askCounted(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Counted>;
  close(): Promise<void>;
}

/** An answer with its cost. */
export interface Counted {
  readonly answer: HttpGraphAnswer;
  readonly statements: readonly Statement[];
  /** Unit: fetches. */
  readonly fetches: number;
}

/** Where progress is told. */
export type Tell = (line: string) => void;

/** Opens a hub on its data, which is made first where the folder does not hold it yet. */
export async function openNation(name: NationName, folder: string, tell: Tell): Promise<Nation> {
  const place = await openPlace(undefined, folder);
  try {
    if (SCALES[name] > 0) await seeded(place.agencies, SCALES[name], tell);
    const { url, taken, stop } = await gatewayOn(place.agencies);
    const ask: Nation['ask'] = (query, variables) => askAt(url, query, { variables });
    return {
      name,
      agencies: place.agencies,
      ask,
      askCounted: async (query, variables) => {
        taken();
        takeStatements();
        const answer = await ask(query, variables);
        return { answer, statements: takeStatements(), fetches: taken() };
      },
      close: async () => {
        await stop();
        await place.close();
      },
    };
  } catch (error) {
    await place.close();
    throw error;
  }
}

async function seeded(agencies: readonly Agency[], scale: number, tell: Tell): Promise<void> {
  try {
    await seedNation(agencies, { scale, seed: 'lien-thong', again: false }, tell);
  } catch (error) {
    if (!(error instanceof SeedRefused)) throw error;
  }
}

/** Equal operations that are asked at once are not shared: each is to be worked for. */
const SETTINGS = readSettings(HUB_SETTINGS, { PORT: '0', SHARE_FETCHES: 'false', PLANNER_THREADS: '0' });

async function gatewayOn(agencies: readonly Agency[]) {
  const log = createLog('bench');
  log.level = 'silent';
  const subgraphs = agencies.map(({ subgraph }) => subgraph);
  let fetches = 0;
  const gateway = await createGateway({
    supergraphSdl: composeSupergraph(
      subgraphs.map(({ name, sdl }) => ({ name, sdl, url: `embedded:${name}` })),
    ).supergraphSdl,
    reach: reachInProcess(subgraphs, { settings: SETTINGS, log, onFetch: () => void fetches++ }),
    log,
    host: SETTINGS.HOST,
    port: SETTINGS.PORT,
    limits: SETTINGS,
    http: SETTINGS,
    engine: SETTINGS,
  });
  const { url } = await gateway.start();
  const taken = (): number => {
    const count = fetches;
    fetches = 0;
    return count;
  };
  return { url, taken, stop: () => gateway.stop() };
}
