import { describe, expect, test } from '@jest/globals';
import { Chronicle } from './chronicle.js';
import { Excuses } from './excuses.js';
import { Health, RECOVERY } from './judge/health.js';

const RECOVERED_AT = 10_000;
const QUIET = { withheldSince: () => 0, withheldFrom: () => 0 };

/** Who may fail in a request that began then, on such a machine; the police were ill. */
function excused(began: number, machine: Partial<typeof QUIET> = {}) {
  const health = new Health(() => RECOVERED_AT);
  health.fall('police');
  health.recover('police');
  const chronicle = new Chronicle();
  const mayFail = new Excuses({ health, machine: { ...QUIET, ...machine }, chronicle }).since(began);
  return { mayFail, chronicle };
}

describe('an agency that was ill', () => {
  test('may fail in what began soon after', () => {
    expect(excused(RECOVERED_AT + RECOVERY - 1).mayFail('police')).toBe(true);
  });

  test('may not fail in what began later, nor may another one', () => {
    expect(excused(RECOVERED_AT + RECOVERY + 1).mayFail('police')).toBe(false);
    expect(excused(RECOVERED_AT).mayFail('union')).toBe(false);
  });

  test('may fail for longer by what the machine withheld from the gateway', () => {
    const late = RECOVERED_AT + RECOVERY + 500;
    expect(excused(late, { withheldSince: () => 501 }).mayFail('police')).toBe(true);
  });
});

test('an agency that the machine kept from its work may fail, and that is counted', () => {
  const { mayFail, chronicle } = excused(0, { withheldFrom: () => 1_001 });

  expect(mayFail('union')).toBe(true);
  expect(chronicle.now.hindered).toBe(1);
});
