import { GRAMMAR, type Element } from './grammar.js';
import type { SymbolFields, SymbolNumber } from './symbol.js';

/**
 * Writes the canonical symbol: `formatSymbol(parseSymbol(symbol))` is `symbol` for every canonical one.
 *
 * Fields that no symbol can have together (a plan with a year, no number in a decree) are a caller's bug.
 */
export function formatSymbol(symbol: SymbolFields): string {
  const hasYear = symbol.year !== null;
  const rule = GRAMMAR.find(
    ({ form, elements }) => form === symbol.form && elements.includes('YEAR') === hasYear,
  );
  if (!rule) throw new Error(`A symbol of the form ${symbol.form} ${hasYear ? 'has no' : 'needs a'} year.`);
  return rule.elements.map((element) => WRITERS[element](symbol)).join('');
}

/** The number as a symbol shows it: at least two digits, then the letter. */
export function numberText({ value, letter }: Omit<SymbolNumber, 'text'>): string {
  return `${String(value).padStart(2, '0')}${letter ?? ''}`;
}

type Writer = (symbol: SymbolFields) => string;

const writeType: Writer = ({ typeCode }) => present(typeCode, 'type');
const writeParts: Writer = ({ parts }) => parts.map(({ code }) => code).join('-');

const WRITERS: Readonly<Record<Element, Writer>> = {
  '/': () => '/',
  '-': () => '-',
  NUMBER: ({ number }) => numberText(present(number, 'number')),
  YEAR: ({ year }) => String(present(year, 'year')).padStart(4, '0'),
  NORMATIVE_TYPE: writeType,
  STATE_TYPE: writeType,
  PARTY_TYPE: writeType,
  RESOLUTION_TYPE: writeType,
  ENACTING_LEGISLATURE: writeParts,
  LEGISLATURE: writeParts,
  PARTY_ISSUER: writeParts,
  KNOWN_ISSUER: writeParts,
  LETTER_ISSUER: writeParts,
  ISSUERS: writeParts,
};

function present<Value>(value: Value | null, name: string): Value {
  if (value === null) throw new Error(`This form of symbol needs a ${name}.`);
  return value;
}
