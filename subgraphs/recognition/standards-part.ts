import { RecognitionStandard } from './standard/recognition-standard.entity.js';
import { RecognitionStandardResolver } from './standard/recognition-standard.resolver.js';
import { registeringMutations } from './standard/registering.mutations.js';
import { scoringMutations } from './standard/scoring.mutations.js';
import { StandardCriterion } from './standard/standard-criterion.entity.js';
import { standardDecidingMutations } from './standard/standard-deciding.mutations.js';
import { StandardGradeThreshold } from './standard/standard-grade-threshold.entity.js';
import { standardRecognitionContributions } from './standard/standard-recognition.contributions.js';
import { StandardRecognition } from './standard/standard-recognition.entity.js';
import { StandardRecognitionResolver } from './standard/standard-recognition.resolver.js';
import { standardRuleMutations } from './standard/standard-rules.mutations.js';
import { standardRuleResolvers } from './standard/standard-rules.resolver.js';
import { StandardScore } from './standard/standard-score.entity.js';
import { StandardStatisticResolver } from './standard/standard-statistic.resolver.js';
import { StandardTarget } from './standard/standard-target.entity.js';
import { StandardTargetResolver, UnionStandardTargetResolver } from './standard/standard-target.resolver.js';

/** Standards, and who was recognised to meet them in which year. */
export const records = [
  RecognitionStandard,
  StandardTarget,
  StandardCriterion,
  StandardGradeThreshold,
  StandardRecognition,
  StandardScore,
];

/** How they are read and moved on. */
export const resolvers = [
  RecognitionStandardResolver,
  StandardTargetResolver,
  UnionStandardTargetResolver,
  StandardRecognitionResolver,
  StandardStatisticResolver,
  ...standardRuleResolvers,
  ...standardRecognitionContributions,
  ...registeringMutations,
  ...scoringMutations,
  ...standardDecidingMutations,
  ...standardRuleMutations,
];
