import { text } from '../../../schema/contract/text.js';
import { datedWithin, type Filter } from '../../shared/reading/filter.js';
import { guard } from '../../shared/writing/refusal.js';
import type { Transaction } from '../../shared/writing/transaction.js';
import { BY_ISSUE } from './document-list.js';
import { SymbolStatus } from './document-state.js';
import { Document } from './document.entity.js';
import { foldSymbol } from './symbol/fold.js';
import { parseSymbol } from './symbol/parse.js';
import type { ParsedSymbol, SymbolForm } from './symbol/symbol.js';

/** How sure the symbol of a document is, by the form in which its own issuer writes it. */
export function statusOf({ form }: ParsedSymbol): SymbolStatus {
  return STATUSES[form] ?? SymbolStatus.CLEAR;
}

const STATUSES: Readonly<Partial<Record<SymbolForm, SymbolStatus>>> = {
  IRREGULAR: SymbolStatus.IRREGULAR,
  INCOMPLETE: SymbolStatus.INCOMPLETE,
};

/**
 * Refuses a second record of one document. Symbols may repeat, but a document is known by issuer, type, number and
 * numbering period, and no period is shorter than a calendar year: with all of these alike it is the same paper, of which
 * one record is kept. The Party's period begins anew with each term, in any month, so there only the day tells.
 * Source: domain guide, section 5.
 *
 * @throws Refusal GUARD_FAILED
 */
export async function guardIdentity(tx: Transaction, document: Document): Promise<void> {
  const { symbol, issuedOn, issuers } = document;
  if (symbol === null || issuedOn === null || document.symbolStatus === SymbolStatus.INCOMPLETE) return;
  const key = foldSymbol(symbol);
  await tx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [key]);
  const alike = [{ property: 'symbolKeys', contains: key }, ...periodOf(symbol, issuedOn.value)];
  for (const issuer of issuers) {
    const filters = [...alike, { property: 'issuers', contains: issuer }];
    const found = await tx.read.whole(Document, { filters, order: BY_ISSUE });
    const known = found.find((other) => other.key !== document.key);
    guard(known === undefined, 'one-record-of-a-document', alreadyKnown(known?.id));
  }
}

/** Issued in the numbering period of a day, as far as it is known. */
function periodOf(symbol: string, day: string): readonly Filter[] {
  if (parseSymbol(symbol).form === 'PARTY') return datedWithin('issuedOn', day, day);
  const year = day.slice(0, 4);
  return datedWithin('issuedOn', `${year}-01-01`, `${year}-12-31`);
}

function alreadyKnown(id: string | undefined) {
  return text(
    `Văn bản có số hiệu này của cơ quan này trong cùng kỳ đánh số đã được ghi: ${id}.`,
    `A document of this issuer with this symbol in this numbering period is on record: ${id}.`,
  );
}
