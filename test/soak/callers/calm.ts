import { isDeepStrictEqual } from 'node:util';
import { requiredIn } from '../graph/required.js';
import type { Answer, Whole } from '../judge/right.js';
import { Asker } from './asking.js';
import type { Issuer } from './issuer.js';
import { QUESTIONS } from './questions.js';
import { leakedTo, ROLE_NAMES, ROLES, type Role } from './roles.js';

/** The right answers: those that are given while nothing is wrong. */
export type Calm = ReadonlyMap<Role, ReadonlyMap<string, Whole>>;

/** Time for one answer. Unit: milliseconds. */
const PATIENCE = 10_000;

/** Asks everything as every role. @throws Error when something is wrong from the start. */
export async function calmAnswers(url: string, issuer: Issuer): Promise<Calm> {
  const asker = new Asker(url, 4);
  try {
    const all = await Promise.all(
      ROLE_NAMES.map(async (role) => [role, await ofRole(role, asker, issuer)] as const),
    );
    const calm = new Map(all);
    requireSecretsShown(calm);
    return calm;
  } finally {
    await asker.close();
  }
}

async function ofRole(role: Role, asker: Asker, issuer: Issuer): Promise<ReadonlyMap<string, Whole>> {
  const whole = new Map<string, Whole>();
  for (const query of QUESTIONS) {
    const token = await issuer.tokenFor(role);
    const { text } = await asker.ask({ query, token }, AbortSignal.timeout(PATIENCE));
    const { data, errors = [] } = JSON.parse(text) as Answer;
    const isDenied = errors.every(({ extensions }) => extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE');
    if (!isDenied || leakedTo(role, text)) throw new Error(`Something is wrong from the start: ${text}`);
    whole.set(query, { data, hasDenials: errors.length > 0, isRequired: requiredIn(query) });
  }
  return whole;
}

/** A secret that nobody sees is not kept but missing. */
function requireSecretsShown(calm: Calm): void {
  const secrets = new Set(Object.values(ROLES).flatMap(({ hidden }) => hidden));
  const seen = JSON.stringify([...(calm.get('officer') ?? [])]);
  const shown = [...secrets].filter((secret) => seen.includes(secret));
  const forOthers = [...secrets].filter((secret) => !ROLES.officer.hidden.includes(secret));
  if (!isDeepStrictEqual(shown, forOthers)) throw new Error('The officer does not see what is protected.');
}
