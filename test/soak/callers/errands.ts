import { judged, type Answer, type Whole } from '../judge/right.js';
import { TELLERS } from '../graph/agencies.js';
import { STORY, storyAnswer } from '../graph/right-story.js';
import type { Received } from './asking.js';
import { anyOf } from '../chance.js';
import { distinctErrand } from './distinct.js';
import type { ErrandMaker } from './errand.js';
import { joined } from './parts.js';
import { DEFERRED, QUESTIONS } from './questions.js';
import { randomUUID } from 'node:crypto';

/** The answer in a body. @throws Error when it is none. */
function answerIn({ text }: Received): Answer {
  return JSON.parse(text) as Answer;
}

const question: ErrandMaker = async (role, { issuer, calm }) => {
  const query = anyOf(QUESTIONS);
  const whole = wholeFor(calm.get(role)?.get(query));
  const token = await issuer.tokenFor(role);
  return {
    kind: 'a whole answer',
    role,
    question: { query, token },
    judge: (received, mayFail) => judged(whole, answerIn(received), mayFail),
  };
};

const deferred: ErrandMaker = async (role, { issuer, calm }) => {
  const { query, whole } = anyOf(DEFERRED);
  const expected = wholeFor(calm.get(role)?.get(whole));
  const token = await issuer.tokenFor(role);
  return {
    kind: 'an answer in parts',
    role,
    question: { query, token, accept: 'multipart/mixed;deferSpec=20220824, application/json' },
    judge: (received, mayFail) => judged(expected, joined(received, expected.data), mayFail),
  };
};

/** A change is sent once; whether it was made is known when its answer holds something. */
const change: ErrandMaker = async (role, { issuer, changes }) => {
  const { type } = anyOf(TELLERS);
  const [key, number] = [randomUUID(), Math.floor(Math.random() * 1_000)];
  const field = `file${type}`;
  const query = `mutation ($key: ID!, $number: Int!) { ${field}(key: $key, number: $number) { ${STORY} } }`;
  const expected: Whole = storyAnswer({ query, field, type, number, role });
  const token = await issuer.tokenFor(role);
  changes.set(key, 'unknown');
  return {
    kind: 'a change',
    role,
    question: { query, token, variables: { key, number } },
    judge: (received, mayFail) => {
      const answer = answerIn(received);
      const made = (answer.data as Readonly<Record<string, unknown>> | null)?.[field];
      if (made) changes.set(key, 'acknowledged');
      return judged(expected, answer, mayFail);
    },
  };
};

/** Whoever shows a token of a stranger is refused, whatever the token claims. */
const forgery: ErrandMaker = async (_, { issuer }) => ({
  kind: 'a forged token',
  role: 'anonymous',
  question: { query: anyOf(QUESTIONS), token: await issuer.forgedToken('officer') },
  judge: ({ status, text }) => {
    const [error] = answerIn({ status, text, type: '' }).errors ?? [];
    const found = `${status} ${String(error?.extensions?.['code'])}`;
    return REFUSALS.has(found) ? 'whole' : { wrong: `a forged token is answered with ${found}` };
  },
});

/** The second one while the issuer's keys cannot be had. */
const REFUSALS = new Set(['401 UNAUTHENTICATED', '503 AUTHENTICATION_UNAVAILABLE']);

function wholeFor(known: Whole | undefined): Whole {
  if (!known) throw new Error('It is not known what is right.');
  return known;
}

/** What callers do, and how often. */
const ERRANDS: readonly (readonly [weight: number, make: ErrandMaker])[] = [
  [55, question],
  [15, distinctErrand],
  [14, change],
  [12, deferred],
  [4, forgery],
];

const ALL = ERRANDS.flatMap(([weight, make]) => Array.from({ length: weight }, () => make));

/** Something to do for a caller. */
export const anErrand: ErrandMaker = (role, surroundings) => anyOf(ALL)(role, surroundings);
