/**
 * Form of a decision's symbol: a number, perhaps a year, and what was issued by whom, such as `123/QĐ-TLĐ` or
 * `45/2026/QĐ-UBND`. The whole grammar is coordination's, where the document is registered. Source: domain rule,
 * document symbols.
 */
export const DECISION_SYMBOL = '^[0-9]{1,5}[A-Za-z]?(/[0-9]{4})?/QĐ-[^[:space:]/-]+(-[^[:space:]/-]+)*$';

const FORM = new RegExp(DECISION_SYMBOL.replaceAll('[:space:]', '\\s'), 'u');

/** The symbol as it is kept, `null` where the text is none. */
export function decisionSymbol(written: string): string | null {
  const symbol = written
    .normalize('NFC')
    .replace(/^\s*số\s*:?\s*/iu, '')
    .replaceAll('\u00D0', '\u0110')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll(/\s*([/-])\s*/gu, '$1')
    .trim();
  return FORM.test(symbol) ? symbol : null;
}
