import { warning, type SymbolWarning, type SymbolWarningCode } from './warnings.js';

/** Longest text that is read as a symbol, before any preparation. Unit: UTF-16 code units. Source: own limit. */
export const MAX_SYMBOL_LENGTH = 80;

/** A text made ready for reading, with a warning for each step that changed it. */
export interface PreparedSymbol {
  readonly text: string;
  readonly warnings: readonly SymbolWarning[];
}

interface Step {
  readonly code: SymbolWarningCode;
  readonly apply: (written: string) => string;
}

/** The dashes come before the spaces, since spaces go only beside a slash or a plain dash. */
const STEPS: readonly Step[] = [
  { code: 'NFC_NORMALISED', apply: (written) => written.normalize('NFC') },
  { code: 'PREFIX_REMOVED', apply: (written) => written.replace(/^\s*số\s*:?\s*/iu, '') },
  { code: 'DASH_NORMALISED', apply: (written) => written.replaceAll(/\p{Dash}/gu, '-') },
  { code: 'SPACES_REMOVED', apply: (written) => written.trim().replaceAll(/\s*([/-])\s*/g, '$1') },
  { code: 'ETH_REPLACED', apply: (written) => written.replaceAll('Ð', 'Đ').replaceAll('ð', 'đ') },
];

/** Brings a text of bounded length into the spelling that the grammar reads. Source: domain guide, section 5. */
export function prepareSymbol(written: string): PreparedSymbol {
  return STEPS.reduce<PreparedSymbol>(takeStep, { text: written, warnings: [] });
}

function takeStep({ text, warnings }: PreparedSymbol, { code, apply }: Step): PreparedSymbol {
  const changed = apply(text);
  return changed === text ? { text, warnings } : { text: changed, warnings: [...warnings, warning(code)] };
}
