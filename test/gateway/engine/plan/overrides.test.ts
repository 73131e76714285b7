import { expect, test } from '@jest/globals';
import { overridesFor } from '../../../../gateway/engine/plan/overrides.js';

const LABELS = ['percent(0)', 'percent(25)', 'percent(99.5)', 'percent(100)', 'beta', 'gamma'];

test('a percentage holds for as many requests as it says, and the rest by name alone', () => {
  const decide = (number: number) => [...overridesFor(LABELS, new Set(['beta']), () => number)()].toSorted();

  expect(decide(0)).toEqual(['beta', 'percent(100)', 'percent(25)', 'percent(99.5)']);
  expect(decide(0.25)).toEqual(['beta', 'percent(100)', 'percent(99.5)']);
  expect(decide(0.996)).toEqual(['beta', 'percent(100)']);
});

test('a percentage that is switched on holds for every request', () => {
  const decide = overridesFor(['percent(0)'], new Set(['percent(0)', 'unknown']), () => 0.5);

  expect([...decide()]).toEqual(['percent(0)']);
});
