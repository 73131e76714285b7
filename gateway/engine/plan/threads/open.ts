import { HubError } from '../../../../schema/contract/errors.js';
import type { Logger } from '../../../../schema/contract/log.js';
import { text } from '../../../../schema/contract/text.js';
import type { SupergraphReading } from '../../../supergraph/reading.js';
import type { EngineSettings } from '../../settings.js';
import type { Planner } from '../plan.js';
import { LOAD_TIMEOUT_MS } from './crew.js';
import { PlannerThreads } from './planner-threads.js';
import { PlanningThread, ThreadLostError } from './planning-thread.js';

/** A supergraph was not loaded, since its thread was lost: perhaps in passing, perhaps for want of memory. */
export class ThreadlessError extends HubError {}

/** A supergraph that was read and checked, with what plans on it. */
export interface OpenSupergraph {
  readonly reading: SupergraphReading;
  readonly planner: Planner;
  /** Settled when plans can be made. @throws HubError INVALID_SETTING when they never can. */
  readonly ready: Promise<void>;
  /** Ends the planning. */
  close(): Promise<void>;
}

/** How a supergraph is opened. */
export interface OpenOptions {
  readonly settings: EngineSettings;
  readonly log: Logger;
  /** A thread that was started before; otherwise one is started. */
  readonly thread?: PlanningThread;
  /** Aborted when the supergraph is not wanted any more. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a supergraph and gets ready to plan on it: in threads, or where it is called if there are to be none.
 *
 * @throws HubError INVALID_SETTING when the text is no supergraph, demands rights that would go unenforced, or is too
 * large for a thread.
 */
export async function openSupergraph(supergraphSdl: string, options: OpenOptions): Promise<OpenSupergraph> {
  if (options.settings.PLANNER_THREADS === 0) return (await import('./here.js')).openHere(supergraphSdl);
  const { settings, log, thread = new PlanningThread(settings.PLANNER_HEAP_MB), signal } = options;
  const leave = (): void => void thread.close();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    const reading = await thread.ask('read', supergraphSdl, LOAD_TIMEOUT_MS);
    const { overrideLabels } = reading;
    const planner = new PlannerThreads({ supergraphSdl, overrideLabels, settings, log });
    const ready = started(planner, thread).finally(() => signal?.removeEventListener('abort', leave));
    // Whoever waits is told of a failure; nobody has to.
    ready.catch(() => undefined);
    return { reading, planner, ready, close: () => planner.close() };
  } catch (error) {
    signal?.removeEventListener('abort', leave);
    await thread.close();
    throw told(error);
  }
}

function started(planner: PlannerThreads, thread: PlanningThread): Promise<void> {
  return planner.start(thread).catch((error: unknown) => {
    throw told(error);
  });
}

function told(error: unknown): unknown {
  if (!(error instanceof ThreadLostError)) return error;
  const { reason } = error;
  return new ThreadlessError(
    'INVALID_SETTING',
    text(
      `Không nạp được siêu đồ thị trong luồng lập kế hoạch (${reason}); nếu siêu đồ thị rất lớn, hãy tăng PLANNER_HEAP_MB.`,
      `The supergraph could not be loaded in a planning thread (${reason}); if it is very large, raise PLANNER_HEAP_MB.`,
    ),
    { setting: 'supergraph' },
  );
}
