import { text } from '../../../schema/contract/text.js';
import { idOfRef } from '../../shared/database/refs.js';
import { askedRef } from '../../shared/reading/asked.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';

/** Whether an organisation stands on a day, and what has followed it where it does not. */
interface Standing {
  readonly stands: boolean;
  /** References. */
  readonly successors: readonly string[];
}

/**
 * The reference of the organisation with this id, of one of the types, that stands today.
 *
 * @throws HubError INVALID_ID; Refusal GUARD_FAILED, which names the successors
 */
export async function standingRef(tx: Transaction, id: string, types: readonly string[]): Promise<string> {
  const ref = askedRef(id, types);
  await requireStanding(tx, ref);
  return ref;
}

/**
 * Refuses unless the organisation stands today. Of a union is known here what its own register has announced.
 *
 * @throws Refusal GUARD_FAILED, which names the successors
 */
export async function requireStanding({ em, today }: Transaction, organization: string): Promise<void> {
  const [standing] = await em.execute<Standing[]>(
    'select stands_on(ref, day) as stands, successors_of(ref, day) as successors from (select ?::text, ?::date) asked(ref, day)',
    [organization, today],
  );
  const successors = standing?.successors.map(idOfRef).join(', ') || '—';
  const id = idOfRef(organization);
  guard(
    standing?.stands ?? false,
    'organization-stands-that-day',
    text(
      `Tổ chức ${id} không còn (hoặc chưa) hoạt động vào ngày ${today}; tổ chức kế tiếp: ${successors}.`,
      `The organisation ${id} does not stand on ${today}; its successors: ${successors}.`,
    ),
  );
}
