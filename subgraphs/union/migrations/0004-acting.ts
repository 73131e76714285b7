import { keepEdges } from '../../shared/database/acting.js';
import { actingMigration } from '../../shared/database/acting-migration.js';

/** Tables that hold nothing internal to an organisation. */
const OPEN = [
  'administrative_unit',
  'administrative_parent',
  'succession_edge',
  'industrial_zone',
  'catalogue_term',
  'union_succession',
  'union_level_period',
  'media_programme',
  'welfare_programme',
  'union_programme',
];

/** Tables of which a row may be internal to the organisation in a column. */
const OWNED: Readonly<Record<string, string>> = {
  union_organization: `'UnionOrganization:' || key`,
  organization_parent: `'UnionOrganization:' || child_key`,
  union_jurisdiction: `'UnionOrganization:' || organization_key`,
  union_department: `'UnionOrganization:' || organization_key`,
  official_channel: `'UnionOrganization:' || organization_key`,
  membership_statistic: `'UnionOrganization:' || organization_key`,
  workforce_statistic: `'UnionOrganization:' || organization_key`,
  social_channel_statistic: `'UnionOrganization:' || organization_key`,
  welfare_statistic: `'UnionOrganization:' || organization_key`,
};

/** Union officers and others act in the union's register. */
export const acting = actingMigration('0004-acting', {
  guards: [
    ...OPEN.map((table) => ({ table })),
    ...Object.entries(OWNED).map(([table, owner]) => ({ table, owners: `array[${owner}]` })),
  ],
  rules: ['scope_was_valid', 'administrative_unit_keeps_figures', 'union_organization_keeps_figures'],
  after: [
    ...keepEdges(
      'organization_parent',
      `t.key, 'UnionOrganization:' || t.child_key, 'UnionOrganization:' || t.parent_key, t.valid_from, t.valid_to, 'PARENT'`,
    ),
    ...keepEdges(
      'union_succession',
      `t.key, 'UnionOrganization:' || t.from_key, 'UnionOrganization:' || t.to_key, t.effective_on, null::date, 'SUCCESSOR'`,
    ),
  ],
});
