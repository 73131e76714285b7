import type { Caller } from '../../schema/contract/caller.js';

/** How long a caller's token is still good: forever without one. Unit: milliseconds. */
export type LifetimeOf = (caller: Caller) => number;

/**
 * Makes the function that tells how long tokens are still good.
 *
 * @param toleranceS how far the clocks of issuer and hub may differ. Unit: seconds.
 * @param now the present instant; tests fix it. Unit: milliseconds.
 */
export function lifetimes(toleranceS: number, now: () => number = Date.now): LifetimeOf {
  return ({ claims }) => {
    const { exp } = claims;
    return typeof exp === 'number' ? (exp + toleranceS) * 1_000 - now() : Infinity;
  };
}

/** Longest time of a timer of Node.js. Unit: milliseconds. */
const MAX_TIMER_MS = 2_147_483_647;

/** Does something after a time, unless that is longer than a process runs. @param milliseconds Unit: milliseconds. */
export function after(milliseconds: number, act: () => void): NodeJS.Timeout | undefined {
  return milliseconds <= MAX_TIMER_MS ? setTimeout(act, Math.max(milliseconds, 0)) : undefined;
}
