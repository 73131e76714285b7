import { HubError } from '../schema/contract/errors.js';
import type { Logger } from '../schema/contract/log.js';
import type { Gateway } from './server.js';
import { digestOf } from './supergraph/digest.js';
import { pollFile } from './supergraph/poll.js';

/** How a gateway follows the file of its supergraph. */
export interface FollowOptions {
  readonly path: string;
  /** The supergraph that the gateway began with. */
  readonly supergraphSdl: string;
  /** Pause between two looks at the file. Unit: milliseconds. */
  readonly every: number;
  /** Aborted when the gateway stops. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

/** Has a gateway take over each new supergraph that is put in its file. One that is no good is told of, and left. */
export async function followFile(
  gateway: Pick<Gateway, 'takeOver'>,
  { path, supergraphSdl, every, signal, log }: FollowOptions,
): Promise<void> {
  let latest = digestOf(supergraphSdl);
  const onUnreadable = (error: unknown): void => log.error(reasonOf(error), 'the supergraph cannot be read');
  const onText = async (text: string): Promise<void> => {
    const supergraph = digestOf(text);
    if (supergraph === latest) return;
    const former = latest;
    latest = supergraph;
    await gateway.takeOver(text).catch((error: unknown) => {
      if (!signal.aborted)
        log.error({ supergraph, former, ...reasonOf(error) }, 'a new supergraph was refused');
    });
  };
  await pollFile(path, { every, signal, onText, onUnreadable });
}

function reasonOf(error: unknown): Readonly<Record<string, unknown>> {
  return error instanceof HubError ? { code: error.code, reason: error.message } : { err: error };
}
