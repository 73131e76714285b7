import { describe, expect, test } from '@jest/globals';
import { decideByToken, grants, type PolicyDecider } from '../../../../gateway/engine/filter/policies.js';
import type { Requirement } from '../../../../schema/contract/access/requirement.js';
import { ANONYMOUS, callerWith } from '../../../../schema/contract/caller.js';

const OPEN_TO_MFA = wanting([[['mfa']]]);
const OPEN_TO_ROOT = wanting([[['root', 'mfa'], ['billing']]]);
const OPEN_TO_BEARERS = { isAuthenticated: true, scopes: [], policies: [] };

function wanting(policies: Requirement['policies'], scopes: Requirement['scopes'] = []): Requirement {
  return { isAuthenticated: false, scopes, policies };
}

function decisions(decide: PolicyDecider, timeLimitMs = 5_000) {
  const failures: unknown[] = [];
  const { signal } = new AbortController();
  return {
    decide,
    timeLimitMs,
    signal,
    failures,
    onFailure: (reason: unknown) => void failures.push(reason),
  };
}

describe('by default the token decides', () => {
  test('a policy is granted exactly when the claim lists it', async () => {
    const caller = callerWith({ policies: ['mfa'] });

    const isGranted = await grants([OPEN_TO_MFA, OPEN_TO_ROOT], caller, decisions(decideByToken));

    expect([OPEN_TO_MFA, OPEN_TO_ROOT].map(isGranted)).toEqual([true, false]);
  });

  test.each([
    ['no token', ANONYMOUS],
    ['no such claim', callerWith({})],
    ['a claim that is no list', callerWith({ policies: 'mfa' })],
  ])('%s grants nothing', async (_, caller) => {
    const isGranted = await grants([OPEN_TO_MFA], caller, decisions(decideByToken));

    expect(isGranted(OPEN_TO_MFA)).toBe(false);
  });

  test('the answer is there at once', () => {
    expect(grants([OPEN_TO_MFA], ANONYMOUS, decisions(decideByToken))).not.toBeInstanceOf(Promise);
  });

  test('what one caller may see is not remembered for another', async () => {
    const trusted = callerWith({ policies: ['mfa'] });

    const answers = [trusted, ANONYMOUS, trusted, callerWith({})].map(async (caller) =>
      (await grants([OPEN_TO_MFA], caller, decisions(decideByToken)))(OPEN_TO_MFA),
    );

    expect(await Promise.all(answers)).toEqual([true, false, true, false]);
  });
});

describe('a decider of the operator’s own', () => {
  test('is asked once, for the policies that matter, each once, and only `true` grants', async () => {
    const asked: unknown[] = [];
    const decide: PolicyDecider = (names, caller) => {
      asked.push([names, caller]);
      return Promise.resolve(new Map([['mfa', true]]));
    };
    const caller = callerWith({ sub: 'u1' });

    const isGranted = await grants([OPEN_TO_MFA, OPEN_TO_ROOT, OPEN_TO_BEARERS], caller, decisions(decide));

    expect(asked).toEqual([[['mfa', 'root', 'billing'], caller]]);
    expect([OPEN_TO_MFA, OPEN_TO_ROOT, OPEN_TO_BEARERS].map(isGranted)).toEqual([true, false, true]);
  });

  test('is asked anew each time', async () => {
    const answers = [true, false];
    const decide: PolicyDecider = () => new Map([['mfa', answers.shift() ?? false]]);

    const first = await grants([OPEN_TO_MFA], ANONYMOUS, decisions(decide));
    const second = await grants([OPEN_TO_MFA], ANONYMOUS, decisions(decide));

    expect([first(OPEN_TO_MFA), second(OPEN_TO_MFA)]).toEqual([true, false]);
  });

  test('is not asked when nothing depends on it', async () => {
    const decide: PolicyDecider = () => {
      throw new Error('It was asked.');
    };
    const withoutScope = wanting([[['mfa']]], [[['admin']]]);
    const options = decisions(decide);

    const isGranted = await grants([OPEN_TO_BEARERS, withoutScope], ANONYMOUS, options);

    expect([isGranted(withoutScope), options.failures]).toEqual([false, []]);
  });

  test.each<[string, PolicyDecider]>([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
    ['answers with something else', () => null as never],
  ])('that %s grants nothing, and the reason is told', async (_, decide) => {
    const options = decisions(decide);

    const isGranted = await grants([OPEN_TO_MFA], callerWith({ policies: ['mfa'] }), options);

    expect(isGranted(OPEN_TO_MFA)).toBe(false);
    expect(options.failures).toHaveLength(1);
  });

  test('that says anything but `true` grants nothing', async () => {
    const decide: PolicyDecider = () => new Map([['mfa', 'yes' as never]]);

    const isGranted = await grants([OPEN_TO_MFA], ANONYMOUS, decisions(decide));

    expect(isGranted(OPEN_TO_MFA)).toBe(false);
  });

  test('that is late grants nothing, and is told that nobody waits any more', async () => {
    let isAborted = false;
    const decide: PolicyDecider = (_names, _caller, signal) => {
      signal.addEventListener('abort', () => void (isAborted = true));
      return new Promise(() => {});
    };
    const options = decisions(decide, 5);

    const isGranted = await grants([OPEN_TO_MFA], ANONYMOUS, options);

    expect(isGranted(OPEN_TO_MFA)).toBe(false);
    expect(isAborted).toBe(true);
    expect(options.failures).toEqual([new Error('Policies were not decided within 5 ms.')]);
  });

  test('gives no more than it was asked for', async () => {
    const decide: PolicyDecider = () =>
      new Map([
        ['mfa', true],
        ['ledger', true],
      ]);

    const isGranted = await grants([OPEN_TO_MFA], ANONYMOUS, decisions(decide));

    expect(isGranted(wanting([[['ledger']]]))).toBe(false);
  });
});
