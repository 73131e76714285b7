import { clock } from './violation.js';
import { OCCURRENCES } from './occurrences.js';
import { JUDGED_FROM, verdictOn, type Run, type Sample } from './verdict.js';
import { describe, expect, test } from '@jest/globals';

const MEGABYTE = 1_048_576;
const LENGTH = 2 * JUDGED_FROM;
const SAMPLES = 20;

/** A gateway that holds as much as `sample` says at each of its instants; the share of the run is from 0 to 1. */
function aRun(sample: (share: number) => Partial<Sample> = () => ({}), changes: Partial<Run> = {}): Run {
  const at = (share: number): Sample => ({
    at: share * LENGTH,
    residentBytes: 300 * MEGABYTE,
    liveBytes: 100 * MEGABYTE,
    openFiles: 80,
    ...sample(share),
  });
  return {
    length: LENGTH,
    seen: [],
    met: new Map(OCCURRENCES.map((each) => [each, 1])),
    changes: { sent: new Map(), executed: [] },
    samples: Array.from({ length: SAMPLES + 1 }, (_, index) => at(index / SAMPLES)),
    rest: { sample: at(1), streams: 0 },
    ...changes,
  };
}

const whats = (run: Run): readonly string[] => verdictOn(run).map(({ what }) => what);

describe('the verdict on a run', () => {
  test('is nothing for a steady one', () => {
    expect(verdictOn(aRun())).toEqual([]);
  });

  test('is what was seen, and when', () => {
    const seen = [{ at: 61_400, what: 'another value at orgs.0.name' }];

    const [violation] = verdictOn(aRun(undefined, { seen }));

    expect(violation).toEqual(seen[0]);
    expect(clock(violation?.at ?? 0)).toBe('1:01');
  });

  test('forgives memory that comes and goes', () => {
    const wave = (share: number): number => 300 * MEGABYTE * (1 + 0.2 * Math.sin(share * 40));
    expect(verdictOn(aRun((share) => ({ residentBytes: wave(share) })))).toEqual([]);
  });

  test('forgives memory that rises while the process warms up', () => {
    const warming = (share: number): number => (100 + 200 * Math.min(share * 3, 1)) * MEGABYTE;
    expect(verdictOn(aRun((share) => ({ liveBytes: warming(share) })))).toEqual([]);
  });

  test.each([
    ['residentBytes', 'the memory of the process rises by'],
    ['liveBytes', 'the memory in use rises by'],
    ['openFiles', 'the number of open files and sockets rises by'],
  ] as const)('names %s that rise to the end', (kind, words) => {
    const run = aRun((share) => ({ [kind]: 100 * (1 + share) }));
    expect(whats(run)).toContainEqual(expect.stringContaining(words));
  });

  test('says nothing of a trend in a run that is too short for one', () => {
    const run = aRun((share) => ({ liveBytes: 100 * (1 + share) }), { length: JUDGED_FROM / 2 });
    expect(verdictOn(run)).toEqual([]);
  });

  test('names what never came about', () => {
    const met = new Map(OCCURRENCES.map((each) => [each, each === 'a change of keys' ? 0 : 1]));
    expect(whats(aRun(undefined, { met }))).toEqual(['there was never a change of keys']);
  });

  test.each([
    'a client that leaves before its answer',
    'a host of keys that is failing',
    'a host of keys that is silent',
    'a host of keys that is babbling',
    'a host of keys that is hanging up',
    'a host of keys that is redirecting',
  ] as const)('is not good without %s', (lacking) => {
    const met = new Map(OCCURRENCES.filter((each) => each !== lacking).map((each) => [each, 1]));
    expect(whats(aRun(undefined, { met }))).toEqual([`there was never ${lacking}`]);
  });

  test('names what is left when everybody has gone', () => {
    const { rest } = aRun();
    const after = { sample: { ...rest.sample, openFiles: 180 }, streams: 2 };

    expect(whats(aRun(undefined, { rest: after }))).toEqual([
      '100 more files and sockets are open after the load than before',
      '2 subscriptions go on at subgraphs though all clients have left',
    ]);
  });
});

describe('changes', () => {
  const sent = new Map([
    ['a', 'acknowledged'],
    ['b', 'unknown'],
    ['c', 'unknown'],
  ] as const);
  const verdict = (executed: readonly string[]) => whats(aRun(undefined, { changes: { sent, executed } }));

  test('may be made or not where the client was not told', () => {
    expect(verdict(['a', 'b'])).toEqual([]);
  });

  test.each([
    ['made twice', ['a', 'b', 'b'], 'the change b was made 2 times'],
    ['told and not made', ['b'], 'the change a was acknowledged and never made'],
    ['of nobody', ['a', 'x'], 'the change x was made though nobody sent it'],
  ])('are wrong when %s', (_, executed, what) => {
    expect(verdict(executed)).toEqual([what]);
  });
});
