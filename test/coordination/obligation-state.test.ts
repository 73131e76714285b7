import 'reflect-metadata';
import {
  OBLIGATION_STEPS,
  ObligationState,
  stateOn,
} from '../../subgraphs/coordination/obligation/obligation-state.js';
import { stateAfter } from '../../subgraphs/shared/writing/life-cycle.js';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';

test('a report is received on time from DUE alone, late from OVERDUE alone, and never twice', () => {
  const taken = (step: keyof typeof OBLIGATION_STEPS) =>
    Object.values(ObligationState).filter((state) => {
      try {
        return stateAfter(OBLIGATION_STEPS, step, state) !== state;
      } catch (error) {
        expect(error).toMatchObject({ reason: 'INVALID_TRANSITION' });
        return false;
      }
    });
  expect([taken('receive'), taken('receiveLate')]).toEqual([['DUE'], ['OVERDUE']]);
});

test('as long as no report has come the day alone tells DUE from OVERDUE', () => {
  const anyDay = fc
    .integer({ min: 0, max: 60 })
    .map((days) => new Date(Date.UTC(2026, 0, days)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.constantFrom(...Object.values(ObligationState)), anyDay, anyDay, (state, dueOn, day) => {
      const isOpen = state === ObligationState.DUE || state === ObligationState.OVERDUE;
      const expected = day > dueOn ? ObligationState.OVERDUE : ObligationState.DUE;
      expect(stateOn({ state, dueOn }, day)).toBe(isOpen ? expected : state);
    }),
  );
});
