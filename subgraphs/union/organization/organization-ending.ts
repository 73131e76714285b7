import { keyOf } from '../../../schema/contract/ids.js';
import { text } from '../../../schema/contract/text.js';
import type { OnDay } from '../../shared/reading/by-day.js';
import type { Provenance } from '../../shared/values/provenance.js';
import { heldOn } from '../../shared/values/validity.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard, notFound } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { endOn } from '../recording/ending.js';
import { givenText } from '../recording/given.js';
import { statedIn } from '../recording/source-input.js';
import { openRelations } from './open-relations.js';
import type { EndOrganizationInput, UnionSuccessorInput } from './organization-inputs.js';
import { OrganizationParent } from './organization-parent.entity.js';
import { ORGANIZATION_STEPS } from './organization-steps.js';
import { UnionJurisdiction } from './union-jurisdiction.entity.js';
import { UnionOrganization } from './union-organization.entity.js';
import { statusOn } from './union-status.js';
import { UnionSuccession } from './union-succession.entity.js';
import { hasUnionsBelow } from './unions-below.js';

/** Ends an organisation: under whom it stood and of what it was in charge end the same day, and others follow it. */
export async function endOrganization(
  tx: Transaction,
  { on, successors, source, ...input }: EndOrganizationInput,
): Promise<UnionOrganization> {
  const ended = await tx.findExpected(UnionOrganization, input);
  stateAfter(ORGANIZATION_STEPS, 'endOrganization', statusOn(ended, tx.today));
  await assertNothingBelow(tx, { key: ended.key, day: on });
  endOn(ended, on);
  const asked = { organization: ended.key, day: on };
  const above = await openRelations(tx, { ...asked, type: OrganizationParent, of: 'child' });
  const charges = await openRelations(tx, { ...asked, type: UnionJurisdiction, of: 'organization' });
  for (const relation of [...above, ...charges])
    Object.assign(relation, { validTo: on, validToPrecision: ended.validToPrecision });
  const legalDocument = givenText(input.legalDocument, 'legalDocument');
  await leadOn(tx, successors, {
    from: ended.key,
    effectiveOn: on,
    legalDocument,
    provenance: [await statedIn(tx, source)],
  });
  return ended;
}

/** What is left below must be placed elsewhere or ended before. */
async function assertNothingBelow({ read }: Transaction, ended: OnDay): Promise<void> {
  guard(
    !(await hasUnionsBelow(read, ended)),
    'nothing-below',
    text(
      'Còn công đoàn cấp dưới: hãy chuyển về tổ chức khác hoặc ghi nhận kết thúc trước.',
      'There are unions below it: place them elsewhere, or end them, before.',
    ),
  );
}

/** What the steps from an ended organisation have in common. */
interface Ended {
  readonly from: string;
  readonly effectiveOn: string;
  readonly legalDocument: string;
  readonly provenance: readonly Provenance[];
}

async function leadOn(
  tx: Transaction,
  successors: readonly UnionSuccessorInput[],
  ended: Ended,
): Promise<void> {
  const keys = successors.map(({ organization }) => keyOf('UnionOrganization', organization));
  guard(
    keys.length > 0 && new Set(keys).size === keys.length,
    'successors-named',
    text(
      'Cần ít nhất một tổ chức kế tiếp, mỗi tổ chức một lần.',
      'At least one successor is needed, each named once.',
    ),
  );
  for (const [index, { kind }] of successors.entries()) {
    const to = await atWork(tx, keys[index] ?? '', ended.effectiveOn);
    tx.create(UnionSuccession, { ...ended, to, kind });
  }
}

/** Key of a union that exists on a day. @throws Refusal NOT_FOUND, GUARD_FAILED */
export async function atWork({ read }: Transaction, key: string, day: string): Promise<string> {
  const successor = await read.byKey(UnionOrganization, key);
  if (!successor) throw notFound('UnionOrganization');
  guard(
    heldOn(successor, day),
    'successor-of-the-day',
    text('Tổ chức kế tiếp phải có vào ngày đó.', 'A successor must exist on that day.'),
  );
  return key;
}
