import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** What the gateway's process tells of itself. */
export interface Gauged {
  /** Memory of the process. Unit: bytes. */
  readonly residentBytes: number;
  /** Objects and buffers of the answering thread that are in use after a full garbage collection. Unit: bytes. */
  readonly liveBytes: number;
  /** Delay of the event loop since the last look, the garbage collection for this look left out. Unit: milliseconds. */
  readonly delayP99: number;
  readonly delayMax: number;
}

/** Loaded into the gateway before itself, with `--expose-gc`: replies to each message with what is gauged, and ends with its parent. */
const NANOSECONDS = 1e6;
/** How often the loop is looked at. Unit: milliseconds. */
const RESOLUTION = 10;

if (isMainThread && process.send) {
  let delays = watched();
  process.on('message', () => {
    const [delayP99, delayMax] = [delays.percentile(99) / NANOSECONDS, delays.max / NANOSECONDS];
    const { rss: residentBytes } = process.memoryUsage();
    delays.disable();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ residentBytes, liveBytes: heapUsed + external, delayP99, delayMax } satisfies Gauged);
    delays = watched();
  });
  process.on('disconnect', () => process.exit());
  process.channel?.unref();
}

/** A histogram of its own for each part: one that was stopped does not count again. */
function watched() {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  delays.enable();
  return delays;
}
