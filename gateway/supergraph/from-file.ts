import type { Logger } from '../../schema/contract/log.js';
import { ThreadlessError } from '../engine/plan/threads/open.js';
import { followFile } from '../files/follow.js';
import type { SupergraphSource } from '../launch/source.js';
import type { GatewaySettings } from '../settings.js';
import { readSupergraphFile } from './file.js';

/** Which file is followed, and how often it is looked at. */
export interface FileOptions extends Pick<GatewaySettings, 'SUPERGRAPH_POLL_MS'> {
  readonly path: string;
  readonly log: Logger;
}

const WORDS = {
  field: 'supergraph',
  unreadable: 'the supergraph cannot be read',
  refused: 'a new supergraph was refused',
};

/** A thread that was lost may not be lost the next time. */
function isPassing(error: unknown): boolean {
  return error instanceof ThreadlessError;
}

/** The supergraph in a file, and each newer one that is put there. */
export function supergraphFromFile({ path, SUPERGRAPH_POLL_MS: every, log }: FileOptions): SupergraphSource {
  let text = '';
  return {
    async open(make) {
      text = await readSupergraphFile(path);
      return make(text);
    },
    follow(gateway, signal) {
      if (every === 0) return;
      const take = (newer: string): Promise<void> => gateway.takeOver(newer);
      const taking = { read: readSupergraphFile, take, isPassing };
      void followFile(path, { text, every, signal, ...taking, words: WORDS, log });
    },
    close: async () => undefined,
  };
}
