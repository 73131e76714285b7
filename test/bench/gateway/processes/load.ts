import type { LoadJob, LoadResult } from '../load/job.js';
import { nextMessage } from './messages.js';
import { fromSource, startPinned, type Pinned } from './pinned.js';

/** The load generator, in a process of its own. */
export interface Load {
  readonly process: Pinned;
  /** @throws Error when the generator fails or takes much longer than it should. */
  run(job: LoadJob): Promise<LoadResult>;
}

/** How much longer than told a job may take, and the start at all. Unit: milliseconds. */
const MARGIN = 40_000;

/** @throws Error when the process does not come up. */
export async function startLoad(core: number): Promise<Load> {
  const pinned = startPinned(core, { ...fromSource('load/main.ts'), hasMessages: true });
  await nextMessage<'ready'>(pinned, MARGIN);
  return {
    process: pinned,
    run(job) {
      pinned.child.send(job);
      return nextMessage<LoadResult>(pinned, job.seconds * 1_000 + MARGIN);
    },
  };
}
