import { auditLogResolver } from '../shared/audit/audit-log.resolver.js';
import { searchResolver } from '../shared/search.js';
import { SearchKind } from '../shared/search-vocabulary.js';
import { CatalogueTermResolver } from './catalogue/catalogue-term.resolver.js';
import {
  MediaProgrammeResolver,
  OfficialChannelResolver,
} from './communication/communication-ends.resolver.js';
import { UnionCommunicationResolver } from './communication/communication.resolver.js';
import { DISPUTE_RESOLVERS } from './dispute/disputes-part.js';
import { ENTERPRISE_MUTATIONS } from './enterprise/enterprise.mutations.js';
import { ENTERPRISE_RESOLVERS } from './enterprise/enterprise.resolver.js';
import { FACILITY_MUTATIONS } from './facility/facility.mutations.js';
import { FACILITY_RESOLVERS } from './facility/facility.resolver.js';
import { LODGING_MUTATIONS } from './lodging/lodging.mutations.js';
import { LODGING_RESOLVERS } from './lodging/lodging-quarter.resolver.js';
import { JURISDICTION_MUTATIONS } from './organization/jurisdiction.mutations.js';
import { ORGANIZATION_MUTATIONS } from './organization/organization.mutations.js';
import {
  UnionDepartmentResolver,
  UnionHandoverResolver,
  UnionJurisdictionResolver,
  UnionSuccessionResolver,
} from './organization/union-ends.resolver.js';
import { UnionHierarchyResolver } from './organization/union-hierarchy.resolver.js';
import { UnionOrganizationQueries } from './organization/union-organization.resolver.js';
import {
  UnionRelationsResolver,
  UnitJurisdictionsResolver,
} from './organization/union-relations.resolver.js';
import { UnionProgrammeResolver, WelfareProgrammeResolver } from './programme/programme-ends.resolver.js';
import { OrganizationProgrammesResolver } from './programme/programme.resolver.js';
import { MEMBERSHIP_RESOLVERS } from './statistic/membership-statistic.resolver.js';
import { SOCIAL_CHANNEL_RESOLVERS } from './statistic/social-channel-statistic.resolver.js';
import { STATISTIC_MUTATIONS } from './statistic/statistic.mutations.js';
import { WELFARE_STATISTIC_RESOLVERS } from './statistic/welfare-statistic.resolver.js';
import { WORKFORCE_RESOLVERS } from './statistic/workforce-statistic.resolver.js';
import {
  AdministrativeUnitResolver,
  SuccessionEdgeResolver,
} from './territory/administrative-unit.resolver.js';
import { IndustrialZoneResolver } from './zone/industrial-zone.resolver.js';
import type { NonEmptyArray } from 'type-graphql';

const { ORGANIZATION, PLACE } = SearchKind;

/** What answers the fields of the union's part of the graph. */
export const RESOLVERS: NonEmptyArray<new (...args: never[]) => object> = [
  AdministrativeUnitResolver,
  SuccessionEdgeResolver,
  IndustrialZoneResolver,
  CatalogueTermResolver,
  UnionOrganizationQueries,
  UnionHierarchyResolver,
  UnionRelationsResolver,
  UnitJurisdictionsResolver,
  UnionJurisdictionResolver,
  UnionSuccessionResolver,
  UnionDepartmentResolver,
  UnionHandoverResolver,
  ...JURISDICTION_MUTATIONS,
  ...ORGANIZATION_MUTATIONS,
  ...ENTERPRISE_RESOLVERS,
  ...ENTERPRISE_MUTATIONS,
  ...LODGING_RESOLVERS,
  ...LODGING_MUTATIONS,
  ...FACILITY_RESOLVERS,
  ...FACILITY_MUTATIONS,
  ...DISPUTE_RESOLVERS,
  UnionCommunicationResolver,
  OfficialChannelResolver,
  MediaProgrammeResolver,
  OrganizationProgrammesResolver,
  WelfareProgrammeResolver,
  UnionProgrammeResolver,
  ...MEMBERSHIP_RESOLVERS,
  ...WORKFORCE_RESOLVERS,
  ...SOCIAL_CHANNEL_RESOLVERS,
  ...WELFARE_STATISTIC_RESOLVERS,
  ...STATISTIC_MUTATIONS,
  searchResolver([
    { type: 'UnionOrganization', table: 'union_organization', kind: ORGANIZATION, label: 'name_vi' },
    { type: 'UnionDepartment', table: 'union_department', kind: ORGANIZATION, label: 'name_vi' },
    { type: 'AdministrativeUnit', table: 'administrative_unit', kind: PLACE, label: 'name_vi' },
    { type: 'IndustrialZone', table: 'industrial_zone', kind: PLACE, label: 'name_vi' },
  ]),
  auditLogResolver('union'),
];
