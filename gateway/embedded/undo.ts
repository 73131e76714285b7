/** What has to be taken back, in reverse order, whatever fails on the way. */
export class Undo {
  readonly #steps: (() => Promise<void>)[] = [];

  /** Remembers how to take back what was just done. */
  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /** Takes everything back, the last first. @throws the first failure, after all steps were tried. */
  async all(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.splice(0).toReversed())
      await step().catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }
}
