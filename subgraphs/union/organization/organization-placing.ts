import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import type { OnDay } from '../../shared/reading/by-day.js';
import { DatePrecision } from '../../shared/values/partial-date.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { since } from '../recording/ending.js';
import { statedIn } from '../recording/source-input.js';
import { openRelations } from './open-relations.js';
import type { PlaceUnderParentInput } from './organization-inputs.js';
import { OrganizationParent } from './organization-parent.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { unionsAbove } from './unions-above.js';

/** Puts an organisation under another from a day on; on that day it leaves the one above it so far. */
export async function placeUnderParent(
  tx: Transaction,
  { from, source, ...input }: PlaceUnderParentInput,
): Promise<UnionOrganization> {
  const child = await tx.findExpected(UnionOrganization, input);
  const parent = keyOf('UnionOrganization', input.parent);
  await assertNotAbove(tx, child.key, { key: parent, day: from });
  const asked = { organization: child.key, day: from };
  for (const above of await openRelations(tx, { ...asked, type: OrganizationParent, of: 'child' })) {
    guard(
      above.parent !== parent,
      'another-parent',
      text('Tổ chức đã thuộc cấp trên này.', 'It stands under that union already.'),
    );
    leave(above, from);
  }
  await tx.flush();
  tx.create(OrganizationParent, {
    child: child.key,
    parent,
    provenance: [await statedIn(tx, source)],
    ...untilEndOf(child),
    ...since(from),
  });
  return child;
}

async function assertNotAbove({ read }: Transaction, child: string, parent: OnDay): Promise<void> {
  const above = await unionsAbove(read, parent);
  guard(
    parent.key !== child && !above.includes(child),
    'organization_parent_no_circle',
    text(
      'Cấp trên mới đang thuộc chính tổ chức này.',
      'The new parent stands under the organisation itself.',
    ),
  );
}

function leave(above: OrganizationParent, day: string): void {
  guard(
    above.validFrom === null || above.validFrom < day,
    'no-later-parent',
    text(
      'Cấp trên từ ngày đó trở đi đã được ghi.',
      'What it stands under from that day on is recorded already.',
    ),
  );
  Object.assign(above, { validTo: day, validToPrecision: DatePrecision.DAY });
}

function untilEndOf({ validTo, validToPrecision }: UnionOrganization) {
  return { validTo, validToPrecision };
}
