import { text } from '../../../schema/contract/text.js';
import { refText } from '../../shared/database/refs.js';
import { stateAfter } from '../../shared/writing/life-cycle.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { givenText } from '../document/given.js';
import { holdingState, HOLDING_STEPS } from './holding-steps.js';
import { OfficeHolding } from './office-holding.entity.js';
import type { VoidOfficeHoldingInput } from './official-inputs.js';

/**
 * Voids an office held that was recorded by mistake: it counts as never held, and stays on record with the reason.
 *
 * @throws Refusal INVALID_INPUT, INVALID_TRANSITION, GUARD_FAILED where something was signed in it
 */
export async function voidOfficeHolding(
  tx: Transaction,
  input: VoidOfficeHoldingInput,
): Promise<OfficeHolding> {
  const voidReason = givenText(input.reason, 'reason');
  const holding = await tx.findExpected(OfficeHolding, input);
  stateAfter(HOLDING_STEPS, 'voidOfficeHolding', holdingState(holding, tx.today));
  await requireNothingSigned(tx, holding);
  return Object.assign(holding, { voidedOn: tx.today, voidedBy: tx.actor.organization, voidReason });
}

/** Most papers that a refusal names. */
const NAMED = 3;

const SIGNED_SQL = `select name_vi as name from coordination_agreement where signatories @> array[?]
  union all select coalesce(symbol, name_vi) from document where signatories @> array[?] limit ${NAMED}`;

/** Names what the caller may see of it; of the rest the database itself takes care. */
async function requireNothingSigned({ em }: Transaction, { key }: OfficeHolding): Promise<void> {
  const holding = refText({ type: 'OfficeHolding', key });
  const signed = await em.execute<{ readonly name: string }[]>(SIGNED_SQL, [holding, holding]);
  const names = signed.map(({ name }) => `"${name}"`).join(', ');
  guard(
    signed.length === 0,
    'nothing-signed-in-office',
    text(
      `Đã ký với chức vụ này: ${names}. Chỉ ghi ngày thôi giữ chức vụ (endOfficeHolding).`,
      `Signed in this office: ${names}. It can only be ended (endOfficeHolding).`,
    ),
  );
}
