import { applied, folded } from '../../../schema/registry/state/fold.js';
import { lastMove, served } from '../../../schema/registry/state/questions.js';
import { EMPTY, type RegistryState } from '../../../schema/registry/state/state.js';
import { KEY, randomLog } from './random-log.js';
import { aLog } from '../../contract/release/a-log.js';
import { aKey, aStatement } from '../../contract/release/a-statement.js';
import { assertGenuine } from '../../../schema/registry/state/genuine.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const DICE = fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 12 });

test('a log folds to the same state whole, entry by entry, and in any parts', async () => {
  await fc.assert(
    fc.asyncProperty(DICE, fc.nat(99), async (dice, at) => {
      const log = await randomLog(dice);
      const whole = folded(EMPTY, log);
      const cut = at % (log.length + 1);
      expect(folded(folded(EMPTY, log.slice(0, cut)), log.slice(cut))).toEqual(whole);
      expect(log.reduce<RegistryState>(applied, EMPTY)).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('folding leaves the state from which it began as it was', async () => {
  await fc.assert(
    fc.asyncProperty(DICE, async (dice) => {
      const log = await randomLog(dice);
      const half = folded(EMPTY, log.slice(0, 3));
      const before = structuredClone(half);
      folded(half, log.slice(3));
      expect(half).toEqual(before);
      expect(EMPTY.channels.size).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('a channel serves what it was last pointed at', async () => {
  await fc.assert(
    fc.asyncProperty(DICE, async (dice) => {
      const log = await randomLog(dice);
      const state = folded(EMPTY, log);
      const last = log.findLast(({ kind }) => kind === 'POINTED');
      expect(lastMove(state.channels.get('production'))?.pointed).toBe(last?.id);
      expect(served(state, 'production')?.id).toBe(lastMove(state.channels.get('production'))?.composed);
    }),
    { numRuns: 30 },
  );
});

test('an entry that does not follow the last one is a fault', async () => {
  const log = await randomLog([]);
  expect(() => folded(EMPTY, log.slice(1))).toThrow('Entry 2 does not follow 0.');
});

describe('an entry', () => {
  test('is genuine when a key that was known just then signed it', async () => {
    const log = await randomLog([[0, 0]]);
    expect(() => folded(EMPTY, log.slice(0, 1), assertGenuine)).not.toThrow();
  });

  test('of somebody else is found out, though the chain was made anew around it', async () => {
    const log = await randomLog([]);
    const stranger = aKey();
    const statement = { ...aStatement('union'), channel: 'hidden' };
    const forged = [...log, ...(await aLog([statement], stranger, log.at(-1)))];
    expect(() => folded(EMPTY, forged, assertGenuine)).toThrow(
      expect.objectContaining({ code: 'UNTRUSTED_STATEMENT' }),
    );
  });

  test('that was signed for another registry is found out', async () => {
    const log = await randomLog([]);
    const statement = { ...aStatement('REGISTRY'), registry: 'a-rehearsal' };
    const added = [...log, ...(await aLog([statement], KEY, log.at(-1)))];
    expect(() => folded(EMPTY, added, assertGenuine)).toThrow(
      expect.objectContaining({ details: { reason: 'CHAIN', seq: 3 } }),
    );
  });

  test('in another’s name is found out', async () => {
    const log = await randomLog([[0, 0]]);
    expect(() => folded(EMPTY, log, assertGenuine)).toThrow(
      expect.objectContaining({ details: { reason: 'CHAIN', seq: 3 } }),
    );
  });
});
