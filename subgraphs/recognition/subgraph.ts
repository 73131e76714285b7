import { projectPath } from '../../schema/contract/project.js';
import { text } from '../../schema/contract/text.js';
import { auditLogResolver } from '../shared/audit/audit-log.resolver.js';
import type { SubgraphPlan } from '../shared/subgraph.js';
import { AwardAuthorityRule } from './award/award-authority-rule.entity.js';
import { AwardAuthorityRuleResolver } from './award/award-authority-rule.resolver.js';
import { AwardForm } from './award/award-form.entity.js';
import { AwardFormResolver } from './award/award-form.resolver.js';
import { batchContributions } from './batch/recognition-batch.contributions.js';
import { RecognitionBatch } from './batch/recognition-batch.entity.js';
import { RecognitionBatchPartiesResolver } from './batch/recognition-batch.parties.js';
import { RecognitionBatchResolver } from './batch/recognition-batch.resolver.js';
import { BORROWED_TYPES } from './borrowed.js';
import { RecognitionCommitment } from './commitment/recognition-commitment.entity.js';
import {
  AgreementCommitmentResolver,
  RecognitionCommitmentResolver,
} from './commitment/recognition-commitment.resolver.js';
import { Decision } from './decision/decision.entity.js';
import { DecisionResolver } from './decision/decision.resolver.js';
import { migrations } from './migrations/index.js';
import { deIdentify } from './nomination/de-identify.js';
import * as nominations from './nominations-part.js';
import { expireStandards } from './standard/expire-standards.js';
import { standardHearing } from './standard/hearing.js';
import * as standards from './standards-part.js';
import { RecognitionStatisticResolver } from './statistic/recognition-statistic.resolver.js';

const records = [
  AwardForm,
  AwardAuthorityRule,
  Decision,
  RecognitionBatch,
  ...standards.records,
  RecognitionCommitment,
  ...nominations.records,
];

/** The awards' slice of the graph: forms, authority, recognitions as counts, and standards. */
export const recognition: SubgraphPlan = {
  name: 'recognition',
  port: 4003,
  agency: text('Cơ quan thi đua, khen thưởng', 'Emulation and commendation office'),
  records,
  entities: [...records, ...nominations.entities],
  borrowed: BORROWED_TYPES,
  resolvers: [
    AwardFormResolver,
    AwardAuthorityRuleResolver,
    DecisionResolver,
    RecognitionBatchResolver,
    RecognitionBatchPartiesResolver,
    ...standards.resolvers,
    RecognitionCommitmentResolver,
    AgreementCommitmentResolver,
    RecognitionStatisticResolver,
    ...batchContributions,
    ...nominations.resolvers,
    auditLogResolver('recognition'),
  ],
  migrations,
  handlers: standardHearing,
  jobs: [
    { name: 'expireStandards', run: expireStandards },
    { name: 'deIdentify', run: deIdentify },
  ],
  data: projectPath('subgraphs', 'recognition', 'data'),
};
