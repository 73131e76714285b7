/** Chance that is the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to `count` - 1. */
  int(count: number): number;
  /** Whether something happens that does so with a probability from 0 to 1. */
  chance(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<Item>(list: readonly Item[]): Item;
}

/** Dice over any source of numbers from 0 up to, but not, 1. */
export function diceOver(next: () => number): Dice {
  const int = (count: number) => Math.floor(next() * count);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: (list) => list[int(list.length)] as (typeof list)[number],
  };
}

/** Dice that fall alike for the same text. */
export function diceFor(text: string): Dice {
  let state = hashOf(text);
  // Source: mulberry32, public domain.
  return diceOver(() => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  });
}

/** A number for a text. Source: FNV-1a, public domain. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
