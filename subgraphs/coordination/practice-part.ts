import type { RecordClass } from '../shared/reading/rows.js';
import type { HubRecord } from '../shared/record.js';
import { ModelReview } from './model/model-review.entity.js';
import { ModelType } from './model/model-type.entity.js';
import { ModelReviewResolver, ModelTypeResolver } from './model/model.resolver.js';
import { ModelWorkResolver } from './model/model-work.resolver.js';
import { obligationContributions } from './obligation/obligation.contributions.js';
import { ObligationLifeResolver } from './obligation/obligation-life.resolver.js';
import { ReportingObligation } from './obligation/reporting-obligation.entity.js';
import { ReportingObligationResolver } from './obligation/reporting-obligation.resolver.js';
import { PlaceTeamsResolver, PoliceTeamsResolver } from './team/team.contributions.js';
import { TeamLifeResolver } from './team/team-life.resolver.js';
import { TeamToRepointResolver } from './team/team-to-repoint.resolver.js';
import { TeamWorkResolver } from './team/team-work.resolver.js';

/** What goes on from day to day: the lives of teams, reports that are owed, models and their reviews. */
export const records: readonly RecordClass<HubRecord>[] = [ReportingObligation, ModelType, ModelReview];

/** Their resolvers. */
export const resolvers: readonly (new (...args: never[]) => object)[] = [
  TeamLifeResolver,
  TeamWorkResolver,
  TeamToRepointResolver,
  PoliceTeamsResolver,
  PlaceTeamsResolver,
  ReportingObligationResolver,
  ObligationLifeResolver,
  ...obligationContributions,
  ModelTypeResolver,
  ModelReviewResolver,
  ModelWorkResolver,
];
