import { BOUNDS } from '../environment.js';

/** How a client listens. */
export interface Manner {
  readonly name: 'reads' | 'slow' | 'vanishes' | 'stalls';
  /** Events that are asked for, how often, and how large. Units: events, milliseconds, characters. */
  readonly count: readonly [least: number, most: number];
  readonly every: number;
  readonly pad: number;
  /** Longest pause before the next word is read. Unit: milliseconds. */
  readonly pause: number;
  /** How long the client reads nothing at all after its first event. Unit: milliseconds. */
  readonly stall?: readonly [least: number, most: number];
  /** When it vanishes. Unit: milliseconds. */
  readonly leavesWithin?: number;
  /** Longest pause before such a client listens anew. Unit: milliseconds. */
  readonly again: number;
}

/** How clients listen. */
export const MANNERS: readonly Manner[] = [
  { name: 'reads', count: [10, 50], every: 250, pad: 10, pause: 0, again: 500 },
  { name: 'slow', count: [10, 40], every: 50, pad: 5_000, pause: 300, again: 500 },
  {
    name: 'vanishes',
    count: [20, 40],
    every: 250,
    pad: 10,
    pause: 0,
    leavesWithin: 3_000,
    again: 500,
  },
];

/** One who falls asleep over more than all buffers on the way hold; now and then it wakes while it can still be told so. */
export const ASLEEP: Manner = {
  name: 'stalls',
  count: [60, 60],
  every: 20,
  pad: 200_000,
  pause: 0,
  stall: [1.1 * BOUNDS.stall, 2 * BOUNDS.stall],
  again: 10_000,
};
