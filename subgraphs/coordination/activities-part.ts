import type { RecordClass } from '../shared/reading/rows.js';
import type { HubRecord } from '../shared/record.js';
import { activityContributions } from './activity/activity.contributions.js';
import { Activity } from './activity/activity.entity.js';
import {
  ActivityAgreementResolver,
  AgreementActivitiesResolver,
} from './activity/agreement-activities.resolver.js';
import { ActivityResolver, CommunicationProductResolver } from './activity/activity.resolver.js';
import { ActivityWritingResolver } from './activity/activity-writing.resolver.js';
import { CommunicationProduct } from './activity/communication-product.entity.js';
import { Finding } from './finding/finding.entity.js';
import { FindingResolver, UnionFindingsResolver } from './finding/finding.resolver.js';
import { Movement } from './movement/movement.entity.js';
import { MovementResolver } from './movement/movement.resolver.js';
import { Programme } from './movement/programme.entity.js';
import { ProgrammeResolver } from './movement/programme.resolver.js';
import { SelfManagedTeam } from './team/self-managed-team.entity.js';
import { SelfManagedTeamResolver, UnionTeamsResolver } from './team/self-managed-team.resolver.js';
import { TeamStatistic } from './team/team-statistic.entity.js';
import {
  PlaceTeamStatisticsResolver,
  TeamStatisticResolver,
  UnionTeamStatisticsResolver,
} from './team/team-statistic.resolver.js';
import { PublishedTipsResolver } from './tips/published-tips.resolver.js';
import { TipPublication } from './tips/tip-publication.entity.js';
import { TipStatistic } from './tips/tip-statistic.entity.js';
import { PlaceTipStatisticsResolver, TipStatisticResolver } from './tips/tip-statistic.resolver.js';

/** Activities, teams, tips, movements, programmes and findings: what the subgraph adds to agreements and documents. */
export const records: readonly RecordClass<HubRecord>[] = [
  Movement,
  Programme,
  Activity,
  CommunicationProduct,
  SelfManagedTeam,
  TeamStatistic,
  TipStatistic,
  Finding,
];

/** Relation tables without a type of their own. */
export const entities: readonly RecordClass<HubRecord>[] = [TipPublication];

/** Their resolvers. */
export const resolvers: readonly (new (...args: never[]) => object)[] = [
  MovementResolver,
  ProgrammeResolver,
  ActivityResolver,
  ActivityWritingResolver,
  CommunicationProductResolver,
  ActivityAgreementResolver,
  AgreementActivitiesResolver,
  ...activityContributions,
  SelfManagedTeamResolver,
  UnionTeamsResolver,
  TeamStatisticResolver,
  UnionTeamStatisticsResolver,
  PlaceTeamStatisticsResolver,
  TipStatisticResolver,
  PlaceTipStatisticsResolver,
  PublishedTipsResolver,
  FindingResolver,
  UnionFindingsResolver,
];
