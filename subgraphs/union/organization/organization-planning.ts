import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import { has } from '../../shared/reading/filter.js';
import { BY_NAME } from '../../shared/reading/orders.js';
import type { Provenance } from '../../shared/values/provenance.js';
import { heldOn } from '../../shared/values/validity.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { since } from '../recording/ending.js';
import { givenText, maybeGivenText } from '../recording/given.js';
import { statedIn } from '../recording/source-input.js';
import { openRelations } from './open-relations.js';
import type { ActivateOrganizationInput, PlanOrganizationInput } from './organization-inputs.js';
import { OrganizationParent } from './organization-parent.entity.js';
import { ORGANIZATION_STEPS } from './organization-steps.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';
import { UnionLevelPeriod } from './union-level-period.entity.js';
import { UnionLevel } from './union-level.js';
import { UnionOrganization } from './union-organization.entity.js';
import { statusOn } from './union-status.js';

/** Plans an organisation under another, with the territory of which it will be in charge. */
export async function planOrganization(
  tx: Transaction,
  input: PlanOrganizationInput,
): Promise<UnionOrganization> {
  await assertLevel(tx, input);
  const provenance = [await statedIn(tx, input.source)];
  const planned = tx.create(UnionOrganization, {
    nameVi: givenText(input.nameVi, 'nameVi'),
    nameEn: maybeGivenText(input.nameEn, 'nameEn'),
    abbreviation: maybeGivenText(input.abbreviation, 'abbreviation'),
    level: input.level,
    isPlanned: true,
    provenance,
    ...since(input.validFrom),
  });
  await tx.flush();
  const parent = keyOf('UnionOrganization', input.parent);
  tx.create(OrganizationParent, { child: planned.key, parent, provenance, ...since(input.validFrom) });
  await tx.flush();
  for (const place of placesOf(input)) takeCharge(tx, planned, { ...place, provenance });
  return planned;
}

/** Lets a planned organisation begin, on the planned day or another. */
export async function activateOrganization(
  tx: Transaction,
  { on, source, ...expected }: ActivateOrganizationInput,
): Promise<UnionOrganization> {
  const planned = await tx.findExpected(UnionOrganization, expected);
  stateAfter(ORGANIZATION_STEPS, 'activateOrganization', statusOn(planned, tx.today));
  const relations = await relationsOf(tx, planned);
  for (const relation of relations) Object.assign(relation, since(on));
  return Object.assign(planned, {
    isPlanned: false,
    provenance: [...planned.provenance, await statedIn(tx, source)],
    ...since(on),
  });
}

/** What holds from the planned day on: under whom it stands, and of what it is in charge. */
async function relationsOf(tx: Transaction, planned: UnionOrganization) {
  const asked = { organization: planned.key, day: tx.today };
  return [
    ...(await openRelations(tx, { ...asked, type: OrganizationParent, of: 'child' })),
    ...(await openRelations(tx, { ...asked, type: UnionJurisdiction, of: 'organization' })),
  ];
}

/** A unit or a zone. */
interface Place {
  readonly unit: string | null;
  readonly zone: string | null;
}

function placesOf({ units, zones }: PlanOrganizationInput): readonly Place[] {
  return [
    ...units.map((id) => ({ unit: keyOf('AdministrativeUnit', id), zone: null })),
    ...zones.map((id) => ({ unit: null, zone: keyOf('IndustrialZone', id) })),
  ];
}

function takeCharge(
  tx: Transaction,
  { key, validFrom }: UnionOrganization,
  place: Place & { readonly provenance: readonly Provenance[] },
): void {
  tx.create(UnionJurisdiction, { ...place, organization: key, ...since(validFrom ?? tx.today) });
}

async function assertLevel(
  { read }: Transaction,
  { level, validFrom }: PlanOrganizationInput,
): Promise<void> {
  guard(
    level !== UnionLevel.CENTRAL,
    'below-the-confederation',
    text('Cấp trung ương chỉ có một tổ chức.', 'There is one organisation at the central level only.'),
  );
  const periods = await read.whole(UnionLevelPeriod, { filters: has('level', level), order: BY_NAME });
  guard(
    periods.length === 0 || periods.some((period) => heldOn(period, validFrom)),
    'level-of-the-day',
    text('Cấp công đoàn này không tồn tại vào ngày đó.', 'The union system has no such level on that day.'),
  );
}
