import { both } from '../../../schema/contract/text.js';
import { registerEnumType } from 'type-graphql';

/** Kinds of place at which an activity aims, where the sources name no place. */
export enum ActivityPlaceKind {
  INDUSTRIAL_PARK = 'INDUSTRIAL_PARK',
  INDUSTRIAL_CLUSTER = 'INDUSTRIAL_CLUSTER',
  EXPORT_PROCESSING_ZONE = 'EXPORT_PROCESSING_ZONE',
  ECONOMIC_ZONE = 'ECONOMIC_ZONE',
  HIGH_TECH_PARK = 'HIGH_TECH_PARK',
  FACTORY = 'FACTORY',
  ENTERPRISE = 'ENTERPRISE',
  AGENCY = 'AGENCY',
  UNION_OFFICE = 'UNION_OFFICE',
  LODGING_QUARTER = 'LODGING_QUARTER',
  SOCIAL_HOUSING = 'SOCIAL_HOUSING',
}
registerEnumType(ActivityPlaceKind, {
  name: 'ActivityPlaceKind',
  description: both('Loại địa bàn', 'Kinds of place at which an activity aims.'),
  valuesConfig: {
    INDUSTRIAL_PARK: { description: both('Khu công nghiệp', 'Industrial parks.') },
    INDUSTRIAL_CLUSTER: { description: both('Cụm công nghiệp', 'Industrial clusters.') },
    EXPORT_PROCESSING_ZONE: { description: both('Khu chế xuất', 'Export-processing zones.') },
    ECONOMIC_ZONE: { description: both('Khu kinh tế', 'Economic zones.') },
    HIGH_TECH_PARK: { description: both('Khu công nghệ cao', 'High-tech parks.') },
    FACTORY: { description: both('Nhà máy', 'Factories.') },
    ENTERPRISE: { description: both('Doanh nghiệp', 'Enterprises.') },
    AGENCY: { description: both('Cơ quan, đơn vị', 'Agencies and public units.') },
    UNION_OFFICE: { description: both('Cơ quan công đoàn các cấp', 'Union offices of all levels.') },
    LODGING_QUARTER: { description: both('Khu nhà trọ công nhân', "Workers' lodging quarters.") },
    SOCIAL_HOUSING: { description: both('Nhà ở xã hội', 'Social housing.') },
  },
});

/** For whom an activity is meant. */
export enum AudienceKind {
  WORKER = 'WORKER',
  YOUNG_WORKER = 'YOUNG_WORKER',
  LODGING_OWNER = 'LODGING_OWNER',
  TEAM_MEMBER = 'TEAM_MEMBER',
  UNION_CADRE = 'UNION_CADRE',
  DEPARTMENT = 'DEPARTMENT',
}
registerEnumType(AudienceKind, {
  name: 'AudienceKind',
  description: both('Đối tượng của hoạt động', 'For whom an activity is meant.'),
  valuesConfig: {
    WORKER: { description: both('Công nhân, viên chức, lao động', 'Workers and public employees.') },
    YOUNG_WORKER: { description: both('Thanh niên công nhân', 'Young workers.') },
    LODGING_OWNER: { description: both('Chủ nhà trọ', 'Owners of lodgings.') },
    TEAM_MEMBER: { description: both('Thành viên tổ tự quản', 'Members of self-managed teams.') },
    UNION_CADRE: { description: both('Cán bộ công đoàn', 'Union cadres.') },
    DEPARTMENT: { description: both('Sở, ban, ngành, địa phương', 'Departments and localities.') },
  },
});
