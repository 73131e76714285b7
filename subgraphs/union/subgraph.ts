import { projectPath } from '../../schema/contract/project.js';
import { text } from '../../schema/contract/text.js';
import type { SubgraphPlan } from '../shared/subgraph.js';
import { DISPUTE_JOBS } from './dispute/disputes-part.js';
import { migrations } from './migrations/index.js';
import { RECORDS, RELATIONS } from './records.js';
import { RESOLVERS } from './resolvers.js';
import { HEAR_OF_SOURCES } from './source/hear-of-sources.js';
import { ADMINISTRATIVE_UNITS } from './territory/reference/administrative-units.js';

/** The union's slice of the graph: territory, union organisations, and those they serve. */
export const union: SubgraphPlan = {
  name: 'union',
  port: 4001,
  agency: text('Tổng Liên đoàn Lao động Việt Nam', 'Vietnam General Confederation of Labour'),
  records: RECORDS,
  entities: [...RECORDS, ...RELATIONS],
  borrowed: ['PoliceOrganization', 'PublicBody'],
  resolvers: RESOLVERS,
  migrations,
  handlers: HEAR_OF_SOURCES,
  jobs: DISPUTE_JOBS,
  data: projectPath('subgraphs', 'union', 'data'),
  references: [ADMINISTRATIVE_UNITS],
};
