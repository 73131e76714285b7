import { keepEdges } from '../../shared/database/acting.js';
import { actingMigration } from '../../shared/database/acting-migration.js';

/** Tables that hold nothing internal to an organisation. */
const OPEN = [
  'police_jurisdiction',
  'police_succession',
  'counterpart',
  'public_body',
  'public_body_succession',
  'official',
  'document_relation',
  'movement',
  'communication_product',
  'tip_statistic',
];

/** Tables of which a row may be internal to organisations: an array of references over the row. */
const OWNED: Readonly<Record<string, string>> = {
  police_organization: `array['PoliceOrganization:' || key]`,
  office_holding: 'array[organization]',
  document: 'issuers || prepared_by',
  coordination_agreement: 'parties',
  programme: 'array[owner]',
  activity: 'organisers || co_organisers',
  self_managed_team: 'array[supporting_union, guiding_police]',
  team_statistic: 'array[organization]',
  finding: 'organizations',
};

/** Officers of both sides act in the register of coordination. */
export const acting = actingMigration('0003-acting', {
  guards: [
    ...OPEN.map((table) => ({ table })),
    ...Object.entries(OWNED).map(([table, owners]) => ({ table, owners })),
  ],
  after: [
    ...keepEdges(
      'police_organization',
      `t.key, 'PoliceOrganization:' || t.key, 'PoliceOrganization:' || t.superior_key, t.valid_from, t.valid_to, 'PARENT'`,
    ),
    ...keepEdges(
      'police_succession',
      `t.key, 'PoliceOrganization:' || t.from_key, 'PoliceOrganization:' || t.to_key, t.effective_on, null::date, 'SUCCESSOR'`,
    ),
  ],
});
