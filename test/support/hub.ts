import 'reflect-metadata';
import { createGateway, type Gateway } from '../../gateway/server.js';
import type { AuthenticationSettings } from '../../gateway/engine/authenticate/settings.js';
import { HUB_SETTINGS } from '../../gateway/embedded/settings.js';
import { EXAMPLES_FOLDER, loadExamples } from '../../gateway/explorer/examples.js';
import type { FetchReport } from '../../gateway/reach/reach.js';
import { reachInProcess } from '../../gateway/reach/in-process.js';
import { createLog } from '../../schema/contract/log.js';
import { projectPath } from '../../schema/contract/project.js';
import { readSettings } from '../../schema/contract/settings.js';
import { PLANS } from '../../subgraphs/plans.js';
import { askAt, type HttpGraphAnswer } from './ask.js';
import { anIssuer } from './issuer.js';
import { aLoaded, deliver, TEST_DAY, type Asked, type Beginning } from './loaded.js';
import type { Office } from './officers.js';
import { openOnce } from './once/open-once.js';
import { readFileSync } from 'node:fs';

/** As committed: `sdl.test.ts` holds it to what the subgraphs compose to, which takes a second or two. */
const SUPERGRAPH = readFileSync(projectPath('schema', 'sdl', 'supergraph.graphql'), 'utf8');

/** What an operation cost. */
export interface Cost {
  readonly statements: number;
  readonly fetches: readonly string[];
}

/** The whole hub within the test's process: three subgraphs on databases of their own behind a real HTTP gateway. */
export interface TestHub {
  readonly url: string;
  readonly agencies: ReadonlyMap<string, Asked>;
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    office?: Office,
  ): Promise<HttpGraphAnswer & Cost>;
  /** Lets every agency hear what the others have announced. */
  deliver(): Promise<void>;
  /** Lets it be another day for every agency. */
  moveTo(day: string): void;
  close(): Promise<void>;
}

/** Starts a hub on fresh copies of the loaded templates. */
export async function aHub(beginning: Beginning = {}): Promise<TestHub> {
  const agencies = new Map<string, Asked>();
  let today = beginning.today ?? TEST_DAY;
  for (const plan of PLANS) agencies.set(plan.name, await aLoaded(plan, beginning, () => today));
  const fetches: FetchReport[] = [];
  const issuer = await anIssuer();
  const gateway = await gatewayOn([...agencies.values()], {
    onFetch: (report) => fetches.push(report),
    authentication: issuer.settings,
  });
  const { url } = await gateway.start();
  return {
    url,
    agencies,
    deliver: () => deliver([...agencies.values()].map(({ subgraph }) => subgraph)),
    moveTo: (next) => void (today = next),
    ask: async (query, variables, office) => {
      const headers = office ? await issuer.bearer(office) : {};
      const before = statementsOf(agencies);
      fetches.length = 0;
      const answer = await askAt(url, query, { ...(variables && { variables }), headers });
      return {
        ...answer,
        statements: statementsOf(agencies) - before,
        fetches: fetches.map(({ subgraph }) => subgraph),
      };
    },
    close: async () => {
      await gateway.stop();
      await issuer.close();
      for (const asked of agencies.values()) await asked.close();
    },
  };
}

interface Seen {
  readonly onFetch: (report: FetchReport) => void;
  readonly authentication: AuthenticationSettings;
}

function gatewayOn(agencies: readonly Asked[], { onFetch, authentication }: Seen): Promise<Gateway> {
  const settings = readSettings(HUB_SETTINGS, { PORT: '0', HTTP_DRAIN_MS: '0' });
  const log = createLog('test');
  log.level = 'silent';
  const subgraphs = agencies.map(({ subgraph }) => subgraph);
  return createGateway({
    supergraphSdl: SUPERGRAPH,
    open: openOnce,
    reach: reachInProcess(subgraphs, { settings, log, onFetch }),
    log,
    authentication,
    host: settings.HOST,
    port: settings.PORT,
    limits: settings,
    http: settings,
    examples: loadExamples(EXAMPLES_FOLDER),
  });
}

function statementsOf(agencies: ReadonlyMap<string, Asked>): number {
  return [...agencies.values()].reduce((sum, asked) => sum + asked.statementCount(), 0);
}
