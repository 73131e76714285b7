import { text } from '../../schema/contract/text.js';
import { PLANS } from '../../subgraphs/plans.js';
import {
  listen,
  openSubgraph,
  preparationSql,
  type OpenSubgraph,
  type SubgraphPlan,
} from '../../subgraphs/shared/subgraph.js';
import type { Logger } from '../../schema/contract/log.js';
import type { Running } from '../../schema/contract/process.js';
import type { Announcer } from './announcer.js';
import type { Cluster } from './postgres/cluster.js';
import { ensureDatabase } from './postgres/databases.js';
import type { Undo } from './undo.js';

/** Where agencies are opened, and how that is taken back. */
export interface AgencyPlace {
  readonly cluster: Cluster;
  readonly undo: Undo;
}

/** Opens every agency's subgraph on its own database: migrated, and loaded with the first data. */
export async function openAgencies(
  place: AgencyPlace,
  announcer: Announcer,
): Promise<readonly OpenSubgraph[]> {
  const opened = await Promise.allSettled(PLANS.map((plan) => openAgency(plan, place, announcer)));
  return opened.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** Lets every agency hear what the others announce, for as long as the hub runs. */
export function connectAgencies(agencies: readonly OpenSubgraph[], log: Logger): Running[] {
  return agencies.flatMap((agency) =>
    agencies
      .filter((other) => other !== agency)
      .map(({ outbox }) => listen(outbox.source, agency.subscribe(outbox), log)),
  );
}

async function openAgency(
  plan: SubgraphPlan,
  { cluster, undo }: AgencyPlace,
  announcer: Announcer,
): Promise<OpenSubgraph> {
  const database = { database: plan.name, role: plan.name };
  await ensureDatabase(cluster, { ...database, prepare: preparationSql(plan.name) });
  const subgraph = await openSubgraph(plan, { databaseUrl: cluster.url(plan.name, plan.name) });
  undo.add(() => subgraph.close());
  const { vi, en } = plan.agency;
  await announcer.step(text(`Cơ sở dữ liệu: ${vi}`, `Database: ${en}`), () => subgraph.database.migrate());
  await announcer.step(text(`Dữ liệu đầu tiên: ${vi}`, `First data: ${en}`), () => subgraph.load());
  return subgraph;
}
