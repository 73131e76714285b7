import { CatalogueTerm } from './catalogue/catalogue-term.entity.js';
import { MediaProgramme } from './communication/media-programme.entity.js';
import { OfficialChannel } from './communication/official-channel.entity.js';
import { DISPUTE_RECORDS, DISPUTE_RELATIONS } from './dispute/disputes-part.js';
import { Enterprise } from './enterprise/enterprise.entity.js';
import { Facility } from './facility/facility.entity.js';
import { LodgingQuarter } from './lodging/lodging-quarter.entity.js';
import { OrganizationParent } from './organization/organization-parent.entity.js';
import { UnionDepartment } from './organization/union-department.entity.js';
import { UnionHandover } from './organization/union-handover.entity.js';
import { UnionJurisdiction } from './organization/union-jurisdiction.entity.js';
import { UnionLevelPeriod } from './organization/union-level-period.entity.js';
import { UnionOrganization } from './organization/union-organization.entity.js';
import { UnionSuccession } from './organization/union-succession.entity.js';
import { UnionProgramme } from './programme/union-programme.entity.js';
import { WelfareProgramme } from './programme/welfare-programme.entity.js';
import { KnownSource } from './source/known-source.entity.js';
import { MembershipStatistic } from './statistic/membership-statistic.entity.js';
import { SocialChannelStatistic } from './statistic/social-channel-statistic.entity.js';
import { WelfareStatistic } from './statistic/welfare-statistic.entity.js';
import { WorkforceStatistic } from './statistic/workforce-statistic.entity.js';
import { AdministrativeParent } from './territory/administrative-parent.entity.js';
import { AdministrativeUnit } from './territory/administrative-unit.entity.js';
import { SuccessionEdge } from './territory/succession-edge.entity.js';
import { IndustrialZone } from './zone/industrial-zone.entity.js';

/** The union's records that are nodes of the graph. */
export const RECORDS = [
  AdministrativeUnit,
  SuccessionEdge,
  IndustrialZone,
  CatalogueTerm,
  UnionOrganization,
  UnionJurisdiction,
  UnionSuccession,
  UnionHandover,
  UnionDepartment,
  UnionLevelPeriod,
  Enterprise,
  LodgingQuarter,
  Facility,
  ...DISPUTE_RECORDS,
  OfficialChannel,
  MediaProgramme,
  WelfareProgramme,
  UnionProgramme,
  MembershipStatistic,
  WorkforceStatistic,
  SocialChannelStatistic,
  WelfareStatistic,
];

/** Relations that are kept as records but are no nodes. */
export const RELATIONS = [AdministrativeParent, OrganizationParent, KnownSource, ...DISPUTE_RELATIONS];
