/** How much each caller has; callers who have nothing take no memory. */
export class CallerCounts {
  private readonly counts = new Map<string, number>();

  /** Unit: that of what is added. */
  of(key: string | undefined): number {
    return key === undefined ? 0 : (this.counts.get(key) ?? 0);
  }

  /** @param change Unit: that of what is counted. */
  add(key: string | undefined, change: number): void {
    if (key === undefined) return;
    const count = this.of(key) + change;
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }
}
