import {
  openSupergraph,
  type OpenOptions,
  type OpenSupergraph,
} from '../../../gateway/engine/plan/threads/open.js';
import { LRUCache } from 'lru-cache';

/** As many as the tests of some files use again. Unit: supergraphs. */
const kept = new LRUCache<string, Promise<OpenSupergraph>>({ max: 48 });

/**
 * Opens a supergraph once for all files of a worker, where it is planned on the event loop: reading one takes most of the
 * time in which a gateway starts. What is opened is the same each time, and holds nothing of who asks.
 */
export async function openOnce(supergraphSdl: string, options: OpenOptions): Promise<OpenSupergraph> {
  if (options.settings.PLANNER_THREADS > 0) return openSupergraph(supergraphSdl, options);
  const opening = kept.get(supergraphSdl) ?? openSupergraph(supergraphSdl, options);
  kept.set(supergraphSdl, opening);
  const opened = await opening;
  return { ...opened, planner: { ...opened.planner } };
}
