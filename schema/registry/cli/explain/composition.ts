import { text } from '../../../contract/text.js';
import { adviceFor } from '../../checks/composition-advice.js';
import type { Explanation } from './explanations.js';

/** What a code of composition means, such as `SATISFIABILITY_ERROR`; its library describes it in English alone. */
export async function compositionExplained(code: string): Promise<Explanation | undefined> {
  const { ERRORS } = await import('@apollo/federation-internals');
  const known = Object.values(ERRORS).find((each) => each.code === code);
  if (!known) return undefined;
  const { remedy } = adviceFor({ code, message: '' }, undefined);
  return { what: text(`Không hợp nhất được: ${known.description}`, known.description), right: remedy };
}
