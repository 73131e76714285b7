import 'reflect-metadata';
import {
  CALLER_CHECK_SETTINGS,
  requireCallerToken,
  type CallerCheck,
} from '../schema/contract/caller-check.js';
import { HubError } from '../schema/contract/errors.js';
import { createLog } from '../schema/contract/log.js';
import { createApollo, HTTP_SETTINGS, serveGraphQL, type RunningServer } from '../schema/contract/serve.js';
import { port, readSettings } from '../schema/contract/settings.js';
import { text } from '../schema/contract/text.js';
import { runProcess } from '../schema/contract/process.js';
import { ANNOUNCEMENT_SETTINGS, hearOthers } from './announcements.js';
import { DATABASE_SETTING } from './database-setting.js';
import { PLANS } from './plans.js';
import { openSubgraph, type OpenSubgraph, type SubgraphPlan } from './shared/subgraph.js';
import { vouchedContext } from './shared/vouched.js';
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
  const check = requireCallerToken(settings, { subgraph: plan.name, log });
  const subgraph = await openSubgraph(plan, {
    databaseUrl: settings.DATABASE_URL,
    announcementsKept: settings.ANNOUNCEMENTS_KEPT_DAYS,
  });
  log.info({ steps: await subgraph.database.migrate() }, 'the database schema is up to date');
  log.info({ ...(await subgraph.load()) }, 'the first data is loaded');
  const jobs = subgraph.startJobs(log);
  const hearing = hearOthers(subgraph, settings.ANNOUNCEMENTS_FROM, log);
  const { HOST: host, PORT, INTROSPECTION, ...http } = settings;
  const server = await serve(subgraph, { host, port: PORT, introspection: INTROSPECTION, http, check });
  log.info({ url: `${server.url}/graphql` }, 'the subgraph answers');
  return {
    stop: async () => {
      await server.stop();
      await Promise.all([hearing.stop(), jobs.stop()]);
      await Promise.all([subgraph.close(), check.close()]);
    },
  };
}

/** Settings of a subgraph process; those of its HTTP server, and of whom it obeys, stand in `schema/contract`. */
function settingsOf(plan: SubgraphPlan) {
  return {
    ...HTTP_SETTINGS,
    ...CALLER_CHECK_SETTINGS,
    ...ANNOUNCEMENT_SETTINGS,
    ...DATABASE_SETTING,
    /** Whether the caller is ours, so that its `x-request-id` is kept. Default: true, only the gateway calls. */
    HTTP_TRUST_REQUEST_ID: z.stringbool().default(true),
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
  readonly check: CallerCheck;
}

function serve(
  subgraph: OpenSubgraph,
  { host, port, introspection, http, check }: Place,
): Promise<RunningServer> {
  const apollo = createApollo({ schema: subgraph.schema }, { log, introspection });
  const app = {
    apollo,
    contextFor: vouchedContext(subgraph, check),
    isReady: () => subgraph.isReady(),
  };
  return serveGraphQL(app, { host, port, settings: http, log });
}
