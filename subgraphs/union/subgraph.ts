import { projectPath } from '../../schema/contract/project.js';
import { text } from '../../schema/contract/text.js';
import type { SubgraphPlan } from '../shared/subgraph.js';
import { migrations } from './migrations/index.js';
import { AdministrativeParent } from './territory/administrative-parent.entity.js';
import { AdministrativeUnit } from './territory/administrative-unit.entity.js';
import {
  AdministrativeUnitResolver,
  SuccessionEdgeResolver,
} from './territory/administrative-unit.resolver.js';
import { SuccessionEdge } from './territory/succession-edge.entity.js';

const records = [AdministrativeUnit, SuccessionEdge];

/** The union's slice of the graph: territory, union organisations, and those they serve. */
export const union: SubgraphPlan = {
  name: 'union',
  port: 4001,
  agency: text('Tổng Liên đoàn Lao động Việt Nam', 'Vietnam General Confederation of Labour'),
  records,
  entities: [...records, AdministrativeParent],
  borrowed: [],
  resolvers: [AdministrativeUnitResolver, SuccessionEdgeResolver],
  migrations,
  data: projectPath('subgraphs', 'union', 'data'),
};
