/** What a subgraph tells about. */
export interface Dispute {
  readonly id: string;
  readonly title: string | null;
  readonly enterprise: { readonly id: string } | null;
  readonly parties: string;
}

/** Events that a test brings about, for every subscriber. */
export class Feed {
  private readonly takers = new Set<(dispute: Dispute | null) => void>();
  private readonly coming: (() => void)[] = [];
  private readonly going: (() => void)[] = [];

  /** How many subscribe now. */
  get count(): number {
    return this.takers.size;
  }

  /** The next subscriber has come. */
  someone(): Promise<void> {
    return new Promise((resolve) => this.coming.push(resolve));
  }

  /** The next subscriber has left. */
  nobody(): Promise<void> {
    return new Promise((resolve) => this.going.push(resolve));
  }

  tell(title: string | null = 'A strike', enterprise: string | null = 'e1'): void {
    const dispute = {
      id: 'd1',
      title,
      parties: 'secret names',
      enterprise: enterprise ? { id: enterprise } : null,
    };
    for (const take of [...this.takers]) take(dispute);
  }

  end(): void {
    for (const take of [...this.takers]) take(null);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Dispute> {
    const waiting: (Dispute | null)[] = [];
    let wake = (): void => undefined;
    const take = (dispute: Dispute | null): void => {
      waiting.push(dispute);
      wake();
    };
    this.takers.add(take);
    this.coming.splice(0).forEach((tell) => tell());
    try {
      for (;;) {
        const next = waiting.shift();
        if (next === null) return;
        if (next) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      this.leave(take);
    }
  }

  /** A source that ends as soon as it is told to. */
  source(): AsyncIterable<Dispute> {
    const items = this[Symbol.asyncIterator]();
    const over = Promise.withResolvers<IteratorResult<Dispute>>();
    const takers = this.takers;
    const before = new Set(takers);
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.race([items.next(), over.promise]),
        return: async () => {
          over.resolve({ done: true, value: undefined });
          for (const take of [...takers]) if (!before.has(take)) this.leave(take);
          return { done: true, value: undefined };
        },
      }),
    };
  }

  private leave(take: (dispute: Dispute | null) => void): void {
    if (this.takers.delete(take)) this.going.splice(0).forEach((tell) => tell());
  }
}
