import { BY_KEY } from '../../shared/reading/orders.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { CouncilItem } from './council-item.entity.js';
import { CouncilSession } from './council-session.entity.js';

/** Day of the session at which a nomination was voted on, `null` where there was none. */
export async function voteDay(tx: Transaction, nomination: string): Promise<string | null> {
  const [item] = await tx.read.whole(
    CouncilItem,
    { by: 'nomination', filters: [], order: BY_KEY },
    nomination,
  );
  if (!item) return null;
  const session = await tx.read.byKey(CouncilSession, item.session);
  return session?.heldOn ?? null;
}
