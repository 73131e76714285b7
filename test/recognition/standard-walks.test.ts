import 'reflect-metadata';
import { expireStandards } from '../../subgraphs/recognition/standard/expire-standards.js';
import { gradeOf } from '../../subgraphs/recognition/standard/standard-grade.js';
import {
  StandardGrade,
  StandardRecognitionState,
} from '../../subgraphs/recognition/standard/standard-recognition.enums.js';
import {
  STANDARD_STEPS,
  type StandardStepName,
} from '../../subgraphs/recognition/standard/standard-steps.js';
import { stateAfter } from '../../subgraphs/shared/writing/life-cycle.js';
import {
  aDecision,
  anEnterprise,
  aStandardYear,
  of,
  type StandardYear,
  type Who,
} from './a-standard-year.js';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

const { REGISTERED, SELF_ASSESSED, APPRAISED, RECOGNISED, NOT_RECOGNISED, EXPIRED, WITHDRAWN_FOR_CAUSE } =
  StandardRecognitionState;
const STEPS = Object.keys(STANDARD_STEPS) as StandardStepName[];
const anyStep = fc.constantFrom(...STEPS);

/** The life of a yearly recognition as the rules draw it, written down a second time. Source: domain rule, life cycles. */
const LEADS_TO: Readonly<Record<StandardRecognitionState, readonly StandardRecognitionState[]>> = {
  REGISTERED: [SELF_ASSESSED],
  SELF_ASSESSED: [APPRAISED],
  APPRAISED: [RECOGNISED, NOT_RECOGNISED],
  RECOGNISED: [EXPIRED, WITHDRAWN_FOR_CAUSE],
  NOT_RECOGNISED: [],
  EXPIRED: [],
  WITHDRAWN_FOR_CAUSE: [],
};

test('a step leads from a state where the rules say so, and is refused from every other', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(StandardRecognitionState)), anyStep, (state, step) => {
      const { from, to } = STANDARD_STEPS[step];
      const isAllowed = (from as readonly StandardRecognitionState[]).includes(state);
      const taken = () => stateAfter(STANDARD_STEPS, step, state);
      if (!isAllowed) return expect(taken).toThrow(expect.objectContaining({ reason: 'INVALID_TRANSITION' }));
      return expect([taken(), LEADS_TO[state].includes(to)]).toEqual([to, true]);
    }),
  );
});

test('every line of the life of a yearly recognition is a step, and no other', () => {
  const drawn = Object.entries(LEADS_TO).flatMap(([from, states]) => states.map((to) => `${from}>${to}`));
  const steps = Object.values(STANDARD_STEPS).flatMap(({ from, to }) => from.map((each) => `${each}>${to}`));
  expect(steps.toSorted()).toEqual(drawn.toSorted());
});

test('more points never lead to a lower grade', () => {
  const rank = [null, StandardGrade.AVERAGE, StandardGrade.FAIR, StandardGrade.EXCELLENT];
  const thresholds = [
    { grade: StandardGrade.FAIR, leastPercent: 70 },
    { grade: StandardGrade.AVERAGE, leastPercent: 50 },
    { grade: StandardGrade.EXCELLENT, leastPercent: 90 },
  ];
  const rankOf = (points: number): number =>
    rank.indexOf(gradeOf({ points: [{ points }], criteria: [{ maximumPoints: 37 }], thresholds }));

  fc.assert(
    fc.property(fc.nat(37), fc.nat(37), (one, other) => {
      expect(Math.sign(rankOf(Math.max(one, other)) - rankOf(Math.min(one, other)))).toBeGreaterThanOrEqual(
        0,
      );
    }),
  );
});

let register: StandardYear;
let decisions: readonly [string, string];
beforeAll(async () => {
  register = await aStandardYear();
  decisions = [await aDecision(register), await aDecision(register)];
});
afterAll(() => register.close());

test('on any walk a file is where the steps taken have led, and a refused step changes nothing', async () => {
  const [first, second] = decisions;
  const MORE: Readonly<Record<StandardStepName, readonly [Who, string, object]>> = {
    selfAssess: ['officer', 'selfAssessStandard', { points: [] }],
    appraise: ['police', 'appraiseStandard', { points: [], grade: 'FAIR' }],
    recognise: ['director', 'recogniseStandard', { decision: first }],
    decline: ['director', 'declineStandard', {}],
    withdraw: ['director', 'withdrawStandard', { decision: second, ground: 'UNLAWFUL_PROCEDURE' }],
    expire: ['police', '', {}],
  };
  const take = async (step: StandardStepName, node: { id: string; version: number }) => {
    const [who, mutation, more] = MORE[step];
    if (step === 'expire') return expireStandards(register.database, '2026-01-01');
    return register.change(who, mutation, { ...of(node), ...more });
  };
  const walk = async (steps: readonly StandardStepName[]): Promise<void> => {
    let { node } = await register.change('officer', 'registerForStandard', anEnterprise());
    expect(node.state).toBe(REGISTERED);
    for (const step of steps) {
      const answer = await take(step, node);
      const { from, to } = STANDARD_STEPS[step];
      const isAllowed = (from as readonly StandardRecognitionState[]).includes(node.state);
      if (isAllowed) node = { ...node, state: to, version: node.version + 1 };
      else if (typeof answer === 'object')
        expect(['INVALID_TRANSITION', 'NOT_FOUND']).toContain(codeOf(answer.refused));
      expect(await present(node.id)).toEqual({ state: node.state, version: node.version });
    }
  };
  const forward = fc.constantFrom<StandardStepName[]>(
    [],
    ['selfAssess'],
    ['selfAssess', 'appraise'],
    ['selfAssess', 'appraise', 'recognise'],
  );
  const walks = fc
    .tuple(forward, fc.array(anyStep, { minLength: 2, maxLength: 4 }))
    .map((parts) => parts.flat());

  await fc.assert(fc.asyncProperty(walks, walk), { numRuns: 8 });
});

function codeOf([first = '']: readonly string[]): string {
  return first.split(' ')[0] ?? '';
}

async function present(id: string) {
  const { data } = await register.ask(
    'query ($id: ID!) { standardRecognition(id: $id) { state version } }',
    { id },
    'officer',
  );
  return data.standardRecognition;
}
