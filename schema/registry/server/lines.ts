/** Lines that are written by one side and read by another as they come. */
export class Lines implements AsyncIterable<unknown> {
  readonly #held: unknown[] = [];
  #isOver = false;
  #wake: () => void = () => undefined;

  write(line: unknown): void {
    this.#held.push(line);
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<unknown> {
    for (;;) {
      yield* this.#held.splice(0);
      if (this.#isOver && this.#held.length === 0) return;
      if (this.#held.length > 0) continue;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
