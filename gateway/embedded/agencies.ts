import { text } from '../../schema/contract/text.js';
import { PLANS } from '../../subgraphs/plans.js';
import { openSubgraph, type OpenSubgraph, type SubgraphPlan } from '../../subgraphs/shared/subgraph.js';
import type { Announcer } from './announcer.js';
import type { Cluster } from './postgres/cluster.js';
import { ensureDatabase } from './postgres/databases.js';

/** Opens every agency's subgraph on its own database: migrated, and loaded with the first data. */
export function openAgencies(cluster: Cluster, announcer: Announcer): Promise<readonly OpenSubgraph[]> {
  return Promise.all(PLANS.map((plan) => openAgency(plan, cluster, announcer)));
}

async function openAgency(plan: SubgraphPlan, cluster: Cluster, announcer: Announcer): Promise<OpenSubgraph> {
  const account = { database: plan.name, role: plan.name };
  await ensureDatabase(cluster, account);
  const subgraph = await openSubgraph(plan, { databaseUrl: cluster.url(plan.name, plan.name) });
  const { vi, en } = plan.agency;
  await announcer.step(text(`Cơ sở dữ liệu: ${vi}`, `Database: ${en}`), () => subgraph.database.migrate());
  await announcer.step(text(`Dữ liệu đầu tiên: ${vi}`, `First data: ${en}`), () => subgraph.load());
  return subgraph;
}
