import { ERROR_CODES, type ErrorCode } from '../../../contract/errors.js';
import { text, type Text } from '../../../contract/text.js';
import { ERRORS } from './errors.js';
import { FINDINGS } from './findings.js';

/** What a code means. */
export interface Explanation {
  readonly what: Text;
  readonly why?: Text;
  /** What would be right. */
  readonly right: Text;
}

/** Every code that anybody may meet, with its explanation: those of errors, then those of findings. */
export const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map<string, Explanation>([
  ...(Object.keys(ERROR_CODES) as ErrorCode[]).map((code) => [code, errorExplained(code)] as const),
  ...Object.entries(FINDINGS),
]);

/** The English rule is the one of docs/errors.md. */
function errorExplained(code: ErrorCode): Explanation {
  const [vi, rightVi, rightEn] = ERRORS[code];
  return { what: text(vi, ERROR_CODES[code]), right: text(rightVi, rightEn) };
}
