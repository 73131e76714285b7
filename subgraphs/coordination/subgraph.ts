import { projectPath } from '../../schema/contract/project.js';
import { text } from '../../schema/contract/text.js';
import { auditLogResolver } from '../shared/audit/audit-log.resolver.js';
import type { Searchable } from '../shared/reading/names.js';
import { searchResolver } from '../shared/search.js';
import { SearchKind } from '../shared/search-vocabulary.js';
import type { SubgraphPlan } from '../shared/subgraph.js';
import * as activities from './activities-part.js';
import * as agreements from './agreements-part.js';
import { Enterprise } from './borrowed.js';
import { migrations } from './migrations/index.js';
import { markOverdue } from './obligation/mark-overdue.js';
import * as practice from './practice-part.js';
import { publishTips } from './tips/publish-tips.js';

const searchable: readonly Searchable[] = [
  {
    type: 'PoliceOrganization',
    table: 'police_organization',
    kind: SearchKind.ORGANIZATION,
    label: 'name_vi',
  },
  { type: 'PublicBody', table: 'public_body', kind: SearchKind.ORGANIZATION, label: 'name_vi' },
  { type: 'Document', table: 'document', kind: SearchKind.DOCUMENT, label: 'name_vi' },
];

const records = [...agreements.records, ...activities.records, ...practice.records];

/** Public security's slice of the graph: what unions and police agreed on, do together and report. */
export const coordination: SubgraphPlan = {
  name: 'coordination',
  port: 4002,
  agency: text('Bộ Công an', 'Ministry of Public Security'),
  records,
  entities: [...records, ...activities.entities],
  borrowed: ['UnionOrganization', 'AdministrativeUnit', 'Enterprise'],
  extended: [Enterprise],
  resolvers: [
    searchResolver(searchable),
    auditLogResolver('coordination'),
    ...agreements.resolvers,
    ...activities.resolvers,
    ...practice.resolvers,
  ],
  migrations,
  jobs: [{ name: 'markOverdue', run: markOverdue }, publishTips],
  data: projectPath('subgraphs', 'coordination', 'data'),
};
