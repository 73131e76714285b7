/** One call that a gateway made. */
export interface Call {
  /** Path of the subgraph. */
  readonly path: string;
  readonly body: string;
}

/** Calls that were made together, before any of them was answered. */
export type Wave = readonly Call[];

/** How long a recorded call waits for its answer, so that calls made together are seen together. Unit: milliseconds. */
export const RECORDING_DELAY = 100;

/** Notes the calls of one request of a client, in the waves in which they are made. */
export class Recorder {
  readonly #waves: Call[][] = [];
  #began = -Infinity;

  note(call: Call): void {
    const now = performance.now();
    if (now - this.#began > RECORDING_DELAY / 2) {
      this.#waves.push([]);
      this.#began = now;
    }
    this.#waves.at(-1)?.push(call);
  }

  get waves(): readonly Wave[] {
    return this.#waves;
  }
}
