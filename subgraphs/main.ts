import 'reflect-metadata';
import { HubError } from '../schema/contract/errors.js';
import { createLog } from '../schema/contract/log.js';
import { createApollo, HTTP_SETTINGS, serveGraphQL, type RunningServer } from '../schema/contract/serve.js';
import { port, readSettings } from '../schema/contract/settings.js';
import { text } from '../schema/contract/text.js';
import { runProcess } from '../schema/contract/process.js';
import { PLANS } from './plans.js';
import { openSubgraph, type OpenSubgraph, type SubgraphPlan } from './shared/subgraph.js';
import { z } from 'zod';

/** Runs one subgraph as a process of its own: `npm run subgraph -- union`. */
const log = createLog(`subgraph/${process.argv[2] ?? ''}`);
await runProcess(log, { start: () => start(planNamed(process.argv[2])) });

function planNamed(name: string | undefined): SubgraphPlan {
  const plan = PLANS.find((candidate) => candidate.name === name);
  if (plan) return plan;
  const names = PLANS.map((candidate) => candidate.name).join(', ');
  throw new HubError(
    'INVALID_SETTING',
    text(`Hãy nêu phân hệ cần chạy: ${names}.`, `Name the subgraph to run: ${names}.`),
    { setting: 'subgraph' },
  );
}

async function start(plan: SubgraphPlan): Promise<{ stop(): Promise<void> }> {
  const settings = readSettings(settingsOf(plan), process.env);
  const subgraph = await openSubgraph(plan, { databaseUrl: settings.DATABASE_URL });
  log.info({ steps: await subgraph.database.migrate() }, 'the database schema is up to date');
  log.info({ ...(await subgraph.load()) }, 'the first data is loaded');
  const { HOST: host, PORT, INTROSPECTION, ...http } = settings;
  const server = await serve(subgraph, { host, port: PORT, introspection: INTROSPECTION, http });
  log.info({ url: `${server.url}/graphql` }, 'the subgraph answers');
  return {
    stop: async () => {
      await server.stop();
      await subgraph.close();
    },
  };
}

/** Settings of a subgraph process; those of its HTTP server are in `schema/contract/http/settings.ts`. */
function settingsOf(plan: SubgraphPlan) {
  return {
    ...HTTP_SETTINGS,
    /** Whether the caller is ours, so that its `x-request-id` is kept. Default: true, only the gateway calls. */
    HTTP_TRUST_REQUEST_ID: z.stringbool().default(true),
    /** Address of the agency's PostgreSQL database, 15 or later. No default. */
    DATABASE_URL: z.url({
      protocol: /^postgres(ql)?$/,
      error: 'an address such as postgresql://user@host/database',
    }),
    /** TCP port; 0 picks a free one. Default: 4001 to 4003, by subgraph. */
    PORT: port.default(plan.port),
    /** Network interface. Default: this machine only. */
    HOST: z.string().default('127.0.0.1'),
    /** Whether anybody who reaches the port may ask for the schema. Default: false; the gateway does not need it. */
    INTROSPECTION: z.stringbool().default(false),
  };
}

interface Place {
  readonly host: string;
  readonly port: number;
  readonly introspection: boolean;
  readonly http: Parameters<typeof serveGraphQL>[1]['settings'];
}

function serve(subgraph: OpenSubgraph, { host, port, introspection, http }: Place): Promise<RunningServer> {
  const apollo = createApollo({ schema: subgraph.schema }, { log, introspection });
  const app = {
    apollo,
    contextFor: (origin: { readonly requestId: string }) => subgraph.contextFor(origin),
    isReady: () => subgraph.isReady(),
  };
  return serveGraphQL(app, { host, port, settings: http, log });
}
