import { FIELDS } from '../environment.js';
import { requiredIn } from '../graph/required.js';
import { orgName } from '../graph/right-story.js';
import { nobodyMayFail } from '../judge/health.js';
import { judged, type Answer, type Whole } from '../judge/right.js';
import { tinyId } from '../../support/tiny-subgraphs.js';
import { Asker, type Question } from './asking.js';
import type { ErrandMaker } from './errand.js';
import { randomBytes } from 'node:crypto';

/** Documents that are more than all caches hold. Unit: documents. */
const FILLING = 4_500;
/** Documents that are sent at once. */
const AT_ONCE = 8;
/** Time for one answer. Unit: milliseconds. */
const PATIENCE = 30_000;

interface Distinct {
  readonly question: Question;
  readonly whole: Whole;
}

/** An operation that was never asked before: another name, and other names for its fields. */
function distinct(): Distinct {
  const own = randomBytes(6).toString('hex');
  const names = Array.from({ length: FIELDS }, (_, index) => `f${own}${index}`);
  const operationName = `Q${own}`;
  const selection = names.map((name) => `${name}: name`).join(' ');
  const query = `query ${operationName} { orgs(first: 2) { edges { node { ${selection} guard { id } } } } }`;
  const node = (n: number) => Object.fromEntries(names.map((name) => [name, orgName(n)]));
  const edges = [1, 2].map((n) => ({ node: { ...node(n), guard: { id: GUARDS[n - 1] } } }));
  const whole = { data: { orgs: { edges } }, isRequired: requiredIn(query) };
  return { question: { query, operationName }, whole };
}

const GUARDS = [1, 2].map((n) => tinyId('Unit', n));

/** Asks what nobody asked before. */
export const distinctErrand: ErrandMaker = async (role, { issuer }) => {
  const { question, whole } = distinct();
  const token = await issuer.tokenFor(role);
  return {
    kind: 'a document that was never sent before',
    role,
    question: { ...question, token },
    judge: ({ text }, mayFail) => judged(whole, JSON.parse(text) as Answer, mayFail),
  };
};

/** Fills every cache of documents and plans, so that what grows from then on is no cache. @throws Error for a wrong answer. */
export async function fillCaches(url: string): Promise<void> {
  const asker = new Asker(url, AT_ONCE);
  let left = FILLING;
  const fill = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { question, whole } = distinct();
      const { text } = await asker.ask(question, AbortSignal.timeout(PATIENCE));
      if (judged(whole, JSON.parse(text) as Answer, nobodyMayFail) !== 'whole')
        throw new Error(`Something is wrong from the start: ${text.slice(0, 500)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fill));
  await asker.close();
}
