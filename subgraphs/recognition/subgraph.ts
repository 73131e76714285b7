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
import { RecognitionStandard } from './standard/recognition-standard.entity.js';
import { RecognitionStandardResolver } from './standard/recognition-standard.resolver.js';
import { StandardTarget } from './standard/standard-target.entity.js';
import { StandardTargetResolver, UnionStandardTargetResolver } from './standard/standard-target.resolver.js';
import { RecognitionStatisticResolver } from './statistic/recognition-statistic.resolver.js';

const records = [
  AwardForm,
  AwardAuthorityRule,
  Decision,
  RecognitionBatch,
  RecognitionStandard,
  StandardTarget,
  RecognitionCommitment,
];

/** The awards' slice of the graph: forms, authority, recognitions as counts, and standards. */
export const recognition: SubgraphPlan = {
  name: 'recognition',
  port: 4003,
  agency: text('Cơ quan thi đua, khen thưởng', 'Emulation and commendation office'),
  records,
  entities: records,
  borrowed: BORROWED_TYPES,
  resolvers: [
    AwardFormResolver,
    AwardAuthorityRuleResolver,
    DecisionResolver,
    RecognitionBatchResolver,
    RecognitionBatchPartiesResolver,
    RecognitionStandardResolver,
    StandardTargetResolver,
    UnionStandardTargetResolver,
    RecognitionCommitmentResolver,
    AgreementCommitmentResolver,
    RecognitionStatisticResolver,
    ...batchContributions,
    auditLogResolver('recognition'),
  ],
  migrations,
  data: projectPath('subgraphs', 'recognition', 'data'),
};
