/** How many lines are worth repeating. */
const LIMIT = 15;

/** The last words of a program, for the message that tells of its failure. */
export class LastLines {
  #lines: readonly string[] = [];

  add(line: string): void {
    this.#lines = [...this.#lines, line].slice(-LIMIT);
  }

  get all(): readonly string[] {
    return this.#lines;
  }
}
