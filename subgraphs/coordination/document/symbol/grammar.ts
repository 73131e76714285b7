import type { SymbolForm } from './symbol.js';

/** One element of a symbol, read from left to right. */
export type Element =
  | '/'
  | '-'
  | 'NUMBER'
  | 'YEAR'
  | 'NORMATIVE_TYPE'
  | 'STATE_TYPE'
  | 'PARTY_TYPE'
  | 'RESOLUTION_TYPE'
  | 'ENACTING_LEGISLATURE'
  | 'LEGISLATURE'
  | 'PARTY_ISSUER'
  | 'KNOWN_ISSUER'
  | 'LETTER_ISSUER'
  | 'ISSUERS';

/** A form and the elements that build it. */
export interface FormRule {
  readonly form: SymbolForm;
  readonly elements: readonly Element[];
}

/** Every way to build a symbol, in the order in which they are tried. Source: domain guide, section 5. */
export const GRAMMAR: readonly FormRule[] = [
  { form: 'NORMATIVE', elements: ['NUMBER', '/', 'YEAR', '/', 'NORMATIVE_TYPE', '-', 'ISSUERS'] },
  { form: 'ASSEMBLY', elements: ['NUMBER', '/', 'YEAR', '/', 'ENACTING_LEGISLATURE'] },
  { form: 'ASSEMBLY', elements: ['NUMBER', '/', 'RESOLUTION_TYPE', '-', 'LEGISLATURE'] },
  { form: 'PARTY', elements: ['NUMBER', '-', 'PARTY_TYPE', '/', 'PARTY_ISSUER'] },
  { form: 'IRREGULAR', elements: ['NUMBER', '-', 'STATE_TYPE', '/', 'KNOWN_ISSUER'] },
  { form: 'STATE', elements: ['NUMBER', '/', 'STATE_TYPE', '-', 'ISSUERS'] },
  { form: 'INCOMPLETE', elements: ['/', 'STATE_TYPE', '-', 'ISSUERS'] },
  { form: 'LETTER', elements: ['NUMBER', '/', 'LETTER_ISSUER'] },
];
