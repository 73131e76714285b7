import type { Text } from '../../../../schema/contract/text.js';
import type { IssuerKind, IssuerNeed, LegislatureBody } from './issuers.js';
import type { DocumentType } from './types.js';
import type { SymbolWarning } from './warnings.js';

/**
 * How a symbol is built: 06/2014/NĐ-CP, 06/2022/QH15, 1944/QĐ-TTg, 44-KL/TW, 4173/TLĐ-ToC, 201-ĐA/UBND (a state body
 * writing the Party way), /BC-LĐLĐ (number left blank). Source: domain guide, section 5.
 */
export type SymbolForm = 'NORMATIVE' | 'ASSEMBLY' | 'STATE' | 'PARTY' | 'LETTER' | 'IRREGULAR' | 'INCOMPLETE';

/** A document's number within its numbering period. */
export interface SymbolNumber {
  /** As written in the canonical symbol: at least two digits, then the letter. */
  readonly text: string;
  /** For comparing and sorting. Unit: none. */
  readonly value: number;
  /** A letter after the digits, in the case given, as in 12a. */
  readonly letter: string | null;
}

/** An organisation that issues the document alone or with others. */
export interface SymbolIssuer {
  readonly role: 'ISSUER';
  /** Canonical spelling; the given one where the issuer is not known. */
  readonly code: string;
  readonly known: boolean;
  /** `null` for an unknown issuer. */
  readonly kind: IssuerKind | null;
  /** What else must be known to find the organisation; `null` for an unknown issuer. */
  readonly needs: IssuerNeed | null;
  /** `null` for an unknown issuer. */
  readonly name: Text | null;
}

/** A unit of the issuer before it, such as V05 or ToC, as written. */
export interface SymbolUnit {
  readonly role: 'UNIT';
  readonly code: string;
}

/** One of the parts after the type, in the order written. */
export type SymbolPart = SymbolIssuer | SymbolUnit;

/** An assembly of one term. */
export interface Legislature {
  readonly body: LegislatureBody;
  /** Number of the term. Unit: none. */
  readonly term: number;
}

/** What the spelling of a symbol consists of; enough to write it. */
export interface SymbolFields {
  readonly form: SymbolForm;
  /** `null` only where it was left blank (INCOMPLETE). */
  readonly number: Omit<SymbolNumber, 'text'> | null;
  /** Calendar year inside the symbol. `null` where the form has none. */
  readonly year: number | null;
  /** In its canonical letter case. `null` for official letters and for laws. */
  readonly typeCode: string | null;
  /** Issuers and units in the order written. */
  readonly parts: readonly SymbolPart[];
}

/** A document symbol that was understood. */
export interface ParsedSymbol extends SymbolFields {
  /** The one right spelling. */
  readonly canonical: string;
  readonly number: SymbolNumber | null;
  /** What the document can be; several where the symbol alone does not tell. Never empty. */
  readonly documentTypes: readonly DocumentType[];
  /** The issuers among the parts. Never empty. */
  readonly issuers: readonly SymbolIssuer[];
  /** The units among the parts, joined by `-`. */
  readonly unit: string | null;
  /** The first assembly among the issuers. */
  readonly legislature: Legislature | null;
  /** What was changed or stays doubtful. */
  readonly warnings: readonly SymbolWarning[];
}

/** How a symbol is read. */
export interface SymbolOptions {
  /** Whether plain-ASCII spellings (ND-CP) are understood. They are not by default. */
  readonly lenient?: boolean;
}
