import { MAX_SYMBOL_LENGTH } from './prepare.js';
import { invalidSymbol, TOO_LONG } from './rejection.js';
import { toAscii } from './spelling.js';

/**
 * The key under which a symbol or an alias is stored and looked up: no case, no marks, no spaces, one kind of dash, no
 * prefix, no leading zeros. Signs stay, so 36/KH-BCĐ and 36-KH/TU have different keys. The text need not be a valid symbol.
 *
 * @throws HubError INVALID_SYMBOL for a text longer than any symbol.
 */
export function foldSymbol(written: string): string {
  if (written.length > MAX_SYMBOL_LENGTH) throw invalidSymbol(TOO_LONG);
  return toAscii(written)
    .toLowerCase()
    .replaceAll(/\p{Dash}/gu, '-')
    .replaceAll(/\s+/g, '')
    .replace(/^so:?(?=[0-9/])/, '')
    .replace(/^0+(?=[0-9])/, '');
}
