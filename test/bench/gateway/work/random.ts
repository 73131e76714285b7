/** Numbers that look random and are the same for the same seed (xorshift32 after a multiplicative scramble). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
    this.below(2);
  }

  /** A whole number from 0 to `limit` − 1. */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  /** True in so many of a hundred cases. */
  isWithin(percent: number): boolean {
    return this.below(100) < percent;
  }

  /** The same items in another order. */
  shuffled<Each>(items: readonly Each[]): readonly Each[] {
    return items
      .map((item) => ({ item, at: this.below(1_000_000) }))
      .toSorted((left, right) => left.at - right.at)
      .map(({ item }) => item);
  }
}
