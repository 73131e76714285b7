import type { Link } from './link.js';
import type { Names } from './names.js';
import { MAX_REVOKED, revokedBy, revokedIn, type Revoked } from './revoked-list.js';

/** The tokens known to be revoked, so that no request waits for Redis. What was once known stays until it expires. */
export class Revocations {
  /** Until when each is kept. Unit: seconds since 1970. */
  private readonly until = new Map<string, number>();

  /**
   * @param max Unit: tokens.
   * @param now the present instant; tests fix it. Unit: milliseconds.
   */
  constructor(
    private readonly max = MAX_REVOKED,
    private readonly now: () => number = Date.now,
  ) {}

  /** Whether one of a token's names is revoked. */
  has(names: readonly string[]): boolean {
    return this.until.size > 0 && names.some((name) => this.until.has(name));
  }

  /** Learns of a revoked token. Where there is no room for another, the one learned of first is forgotten. */
  add({ name, exp }: Revoked): void {
    if (!this.until.has(name)) this.makeRoom();
    this.until.set(name, Math.max(exp, this.until.get(name) ?? 0));
  }

  /** Learns of a revoked token by a message of the channel. */
  hear(message: string): void {
    const revoked = revokedBy(message);
    if (revoked) this.add(revoked);
  }

  /** Forgets what has expired, and learns of all that the gateways share; while Redis is away, of nothing. */
  async read(link: Link, names: Names): Promise<void> {
    this.prune();
    const reading = link.run(async (client) => {
      for await (const page of revokedIn(client, names)) for (const each of page) this.add(each);
    });
    await reading.catch(() => undefined);
  }

  private prune(): void {
    const now = this.now() / 1_000;
    for (const [name, until] of this.until) if (until < now) this.until.delete(name);
  }

  private makeRoom(): void {
    if (this.until.size < this.max) return;
    const [first] = this.until.keys();
    if (first !== undefined) this.until.delete(first);
  }
}
