/** Buckets in which times double. */
const PER_OCTAVE = 8;
/** Octaves below one millisecond. */
const BELOW = 4;
const OCTAVES = 21;
const BUCKETS = PER_OCTAVE * OCTAVES;

/** How often something took how long, to within a tenth; from 0.06 ms to two minutes. */
export class Histogram {
  private readonly counts = new Uint32Array(BUCKETS);
  private noted = 0;

  /** Unit: times. */
  get count(): number {
    return this.noted;
  }

  /** @param ms Unit: milliseconds. */
  note(ms: number): void {
    const at = bucketOf(ms);
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.noted += 1;
  }

  /** Adds what another one counted. */
  add(other: Histogram): void {
    other.counts.forEach((count, at) => (this.counts[at] = (this.counts[at] ?? 0) + count));
    this.noted += other.noted;
  }

  /** The time within which this share of all took; 0 where nothing was counted. Unit: milliseconds. */
  quantile(share: number): number {
    let left = Math.ceil(this.noted * share);
    for (let at = 0; at < BUCKETS && left > 0; at += 1) {
      left -= this.counts[at] ?? 0;
      if (left <= 0) return 2 ** ((at + 1) / PER_OCTAVE - BELOW);
    }
    return 0;
  }
}

function bucketOf(ms: number): number {
  const at = Math.floor((Math.log2(ms) + BELOW) * PER_OCTAVE);
  return at > 0 ? Math.min(at, BUCKETS - 1) : 0;
}
