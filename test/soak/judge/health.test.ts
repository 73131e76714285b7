import { describe, expect, test } from '@jest/globals';
import { Health } from './health.js';

/** An agency's health by a clock that the test sets. */
function aHealth() {
  const clock = { at: 1_000 };
  return { clock, health: new Health(() => clock.at) };
}

describe('an agency', () => {
  test('was not ill when it never was', () => {
    expect(aHealth().health.wasIllSince('police', 0)).toBe(false);
  });

  test('is ill until it recovers, and others are not', () => {
    const { clock, health } = aHealth();
    health.fall('police');
    clock.at = 90_000;

    expect(health.wasIllSince('police', 80_000)).toBe(true);
    expect(health.wasIllSince('union', 0)).toBe(false);
  });

  test('was ill at an instant before it recovered, not at one after', () => {
    const { clock, health } = aHealth();
    health.fall('police');
    clock.at = 2_000;
    health.recover('police');
    clock.at = 9_000;

    expect(health.wasIllSince('police', 1_999)).toBe(true);
    expect(health.wasIllSince('police', 2_001)).toBe(false);
  });
});
