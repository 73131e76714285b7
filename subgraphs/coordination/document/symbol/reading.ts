import type { SymbolFields, SymbolNumber, SymbolPart } from './symbol.js';
import type { DocumentType } from './types.js';
import type { SymbolWarning } from './warnings.js';

/** What can be missing at a place in a symbol. Stable: clients may decide by it. */
export type Expectation =
  | '/'
  | '-'
  | 'NUMBER'
  | 'YEAR'
  | 'NORMATIVE_TYPE'
  | 'STATE_TYPE'
  | 'PARTY_TYPE'
  | 'LEGISLATURE'
  | 'PARTY_ISSUER'
  | 'KNOWN_ISSUER'
  | 'ISSUER'
  | 'ISSUER_OR_UNIT'
  | 'DIACRITICS'
  | 'END'
  | 'SHORTER_TEXT';

/** The fields that the elements of a form fill. */
export interface Found extends Omit<SymbolFields, 'form' | 'number' | 'parts'> {
  readonly number: SymbolNumber | null;
  readonly documentTypes: readonly DocumentType[];
}

/** A successful step: where it ended, and what it found. */
export interface Reading {
  /** Offset behind the last character read. Unit: UTF-16 code units. */
  readonly end: number;
  readonly found?: Partial<Found>;
  readonly parts?: readonly SymbolPart[];
  readonly warnings?: readonly SymbolWarning[];
}

/** A failed step: where, and what would have been right there. */
export interface Mismatch {
  /** Offset in the prepared text. Unit: UTF-16 code units. */
  readonly at: number;
  readonly expected: Expectation;
}

/** How the reading of one element or of a whole form ended. */
export type Step = Reading | Mismatch;

/** A place in a prepared symbol. */
export interface Cursor {
  readonly text: string;
  /** Unit: UTF-16 code units. */
  readonly at: number;
  readonly lenient: boolean;
}

/** Reads one element at the cursor. */
export type Reader = (cursor: Cursor) => Step;

/** Whether a step failed. */
export function isMismatch(step: Step): step is Mismatch {
  return 'expected' in step;
}

/** Two steps as one. */
export function joined(first: Reading, second: Reading): Reading {
  return {
    end: second.end,
    found: { ...first.found, ...second.found },
    parts: [...(first.parts ?? []), ...(second.parts ?? [])],
    warnings: [...(first.warnings ?? []), ...(second.warnings ?? [])],
  };
}
