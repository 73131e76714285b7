import { READERS } from './element-readers.js';
import { formatSymbol } from './format.js';
import { GRAMMAR, type FormRule } from './grammar.js';
import { legislatureOf, settleNeeds } from './known-issuers.js';
import { MAX_SYMBOL_LENGTH, prepareSymbol } from './prepare.js';
import { isMismatch, joined, type Mismatch, type Reading, type Step } from './reading.js';
import { invalidSymbol, rejectionOf, TOO_LONG, type Rejection } from './rejection.js';
import type { ParsedSymbol, SymbolForm, SymbolOptions, SymbolPart } from './symbol.js';
import { warning, type SymbolWarning } from './warnings.js';

/**
 * Understands a document symbol, however it is spaced, dashed and prefixed; changes and doubts are its warnings.
 *
 * @throws HubError INVALID_SYMBOL with `position`, `expected` and the `prepared` text that the position belongs to.
 * Source: domain guide, section 5.
 */
export function parseSymbol(written: string, options: SymbolOptions = {}): ParsedSymbol {
  const result = readSymbol(written, options);
  if (isRejection(result)) throw invalidSymbol(result);
  return result;
}

/** The same as {@link parseSymbol} for texts that need not be symbols: a rejection is a value. */
export function readSymbol(
  written: string,
  { lenient = false }: SymbolOptions = {},
): ParsedSymbol | Rejection {
  if (written.length > MAX_SYMBOL_LENGTH) return TOO_LONG;
  const { text, warnings } = prepareSymbol(written);
  const mismatches: Mismatch[] = [];
  for (const rule of GRAMMAR) {
    const step = readForm(rule, text, lenient);
    if (!isMismatch(step)) return completed(rule.form, step, warnings);
    mismatches.push(step);
  }
  return rejectionOf(text, mismatches);
}

/** Whether a text was no symbol. */
export function isRejection(result: ParsedSymbol | Rejection): result is Rejection {
  return 'rejected' in result;
}

function readForm({ elements }: FormRule, text: string, lenient: boolean): Step {
  let whole: Reading = { end: 0 };
  for (const element of elements) {
    const step = READERS[element]({ text, at: whole.end, lenient });
    if (isMismatch(step)) return step;
    whole = joined(whole, step);
  }
  return whole.end === text.length ? whole : { at: whole.end, expected: 'END' };
}

function completed(form: SymbolForm, reading: Reading, prepared: readonly SymbolWarning[]): ParsedSymbol {
  const { number = null, year = null, typeCode = null, documentTypes = [] } = reading.found ?? {};
  const parts = settleNeeds(reading.parts ?? []);
  const fields = { form, number, year, typeCode, parts };
  const doubts = documentTypes.length > 1 ? [warning('AMBIGUOUS_TYPE', typeCode)] : [];
  return {
    ...fields,
    canonical: formatSymbol(fields),
    documentTypes,
    ...rolesOf(parts),
    warnings: [...prepared, ...(reading.warnings ?? []), ...doubts, ...(FORM_WARNINGS[form] ?? [])],
  };
}

const FORM_WARNINGS: Readonly<Partial<Record<SymbolForm, readonly SymbolWarning[]>>> = {
  IRREGULAR: [warning('IRREGULAR_FORM')],
  INCOMPLETE: [warning('INCOMPLETE_SYMBOL')],
};

function rolesOf(parts: readonly SymbolPart[]): Pick<ParsedSymbol, 'issuers' | 'unit' | 'legislature'> {
  const issuers = parts.filter((part) => part.role === 'ISSUER');
  const units = parts.filter((part) => part.role === 'UNIT').map(({ code }) => code);
  const legislatures = issuers.map(({ code }) => legislatureOf(code));
  return {
    issuers,
    unit: units.length > 0 ? units.join('-') : null,
    legislature: legislatures.find((legislature) => legislature !== null) ?? null,
  };
}
