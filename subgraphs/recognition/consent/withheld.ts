import type { Transaction } from '../../shared/writing/transaction.js';

/** Whether a recipient has refused or withdrawn consent. */
export async function isConsentWithheld(tx: Transaction, recipient: string): Promise<boolean> {
  const [found] = await tx.em.execute<{ isWithheld: boolean }[]>(
    'select consent_is_withheld(?) as "isWithheld"',
    [recipient],
  );
  return found?.isWithheld === true;
}
