import { ISSUERS, LEGISLATURES, type IssuerRule } from './issuers.js';
import { spellingsOf, type Spelling } from './spelling.js';
import type { Legislature, SymbolIssuer, SymbolPart } from './symbol.js';

const spellingOfIssuer = spellingsOf(Object.keys(ISSUERS));
const LEGISLATURE = /^(UBTVQH|QH)(\d{2})$/;

/** The known issuer that a word spells, assemblies included; `null` where it spells none. */
export function issuerSpelling(word: string): Spelling | null {
  const upper = word.toUpperCase();
  if (!LEGISLATURE.test(upper)) return spellingOfIssuer(word);
  return { code: upper, caseDiffers: upper !== word, ascii: false };
}

/** The assembly that an issuer's canonical code stands for; `null` where it is none. */
export function legislatureOf(code: string): Legislature | null {
  const [, body, term] = LEGISLATURE.exec(code) ?? [];
  return body === 'QH' || body === 'UBTVQH' ? { body, term: Number(term) } : null;
}

/** Whether an issuer writes its symbols the Party way. */
export function isPartyIssuer(code: string): boolean {
  return ruleOf(code)?.party ?? false;
}

/** The issuer with this code, unknown where no table has it. */
export function issuerOf(code: string): SymbolIssuer {
  const rule = ruleOf(code);
  if (!rule) return { role: 'ISSUER', code, known: false, kind: null, needs: null, name: null };
  return { role: 'ISSUER', code, known: true, kind: rule.kind, needs: rule.needs, name: rule.name };
}

/** The same parts, where an issuer whose need depends on its co-issuers has got the right one. */
export function settleNeeds(parts: readonly SymbolPart[]): readonly SymbolPart[] {
  if (!parts.some((part) => part.role === 'ISSUER' && part.needs === 'NOTHING')) return parts;
  return parts.map((part) => {
    if (part.role === 'UNIT') return part;
    return { ...part, needs: ruleOf(part.code)?.needsBesideCentre ?? part.needs };
  });
}

function ruleOf(code: string): IssuerRule | undefined {
  const legislature = legislatureOf(code);
  if (legislature) return LEGISLATURES[legislature.body];
  return Object.hasOwn(ISSUERS, code) ? ISSUERS[code] : undefined;
}
