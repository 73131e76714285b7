import type { PublishedSubgraph } from '../../compose.js';
import { threadEntry } from '../../thread-entry.js';
import type { Recomposed } from './recompose.js';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Composition leaves much behind that is soon forgotten: with room for it, a save takes a fifth less time. Unit:
 * megabytes.
 */
const YOUNG_MB = 384;

/** Composes one save after the other, beside the process that tells the news and keeps the children. */
export class Composing {
  readonly #worker: Worker;

  /** @param others the subgraphs that stay as they are */
  constructor(others: readonly PublishedSubgraph[]) {
    const { file, options } = threadEntry('cli', 'dev');
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB };
    this.#worker = new Worker(file, { ...options, workerData: others, resourceLimits });
  }

  /** Composes the local subgraph with the others; the former save has to be done. */
  async recompose(local: PublishedSubgraph): Promise<Recomposed> {
    const answer = once(this.#worker, 'message');
    this.#worker.postMessage(local, []);
    const [composed] = (await answer) as [Recomposed];
    return composed;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
