import { by } from '../../shared/reading/orders.js';
import type { RecordClass } from '../../shared/reading/rows.js';
import type { DatedRecord } from '../../shared/record.js';
import type { Transaction } from '../../shared/writing/transaction.js';

/** Which rows of a relation are asked for. */
interface OpenRelations<Row extends DatedRecord> {
  readonly type: RecordClass<Row>;
  /** Property by which they belong to the organisation. */
  readonly of: string;
  readonly organization: string;
  /** Only what holds on this day or later. */
  readonly day: string;
}

/**
 * The rows of a relation of an organisation that hold on a day or later, the earliest first, each held for change.
 *
 * @throws Refusal FORBIDDEN_SCOPE when one of them is not for the caller to change
 */
export async function openRelations<Row extends DatedRecord>(
  tx: Transaction,
  { type, of, organization, day }: OpenRelations<Row>,
): Promise<readonly Row[]> {
  const listing = { by: of, filters: [], order: by('validFrom') };
  const rows = await tx.read.whole(type, listing, organization);
  const open = rows.filter(({ validTo }) => validTo === null || validTo > day);
  const held: Row[] = [];
  for (const { id } of open) held.push(await tx.find(type, id));
  return held;
}
