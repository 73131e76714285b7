import type { Word } from '../subgraphs/main.js';
import type { Wave } from '../subgraphs/recorder.js';
import { nextMessage } from './messages.js';
import { fromSource, startPinned, type Pinned } from './pinned.js';

/** All subgraphs of the benchmark, in a process of their own. */
export interface Subgraphs {
  readonly process: Pinned;
  readonly url: string;
  /** What the subgraphs are asked while `during` runs. */
  record(during: () => Promise<unknown>): Promise<readonly Wave[]>;
  /** Calls that the subgraphs answered so far. */
  callsSoFar(): Promise<number>;
}

/** How long the process may take to answer its parent. Unit: milliseconds. */
const TIME_LIMIT = 20_000;

/** @throws Error when the process does not come up. */
export async function startSubgraphs(core: number): Promise<Subgraphs> {
  const pinned = startPinned(core, { ...fromSource('subgraphs/main.ts'), hasMessages: true });
  const url = `http://127.0.0.1:${await nextMessage<number>(pinned, TIME_LIMIT)}`;
  return {
    process: pinned,
    url,
    record: async (during) => {
      await ask(pinned, 'record');
      await during();
      return ask<readonly Wave[]>(pinned, 'waves');
    },
    callsSoFar: () => ask<number>(pinned, 'calls'),
  };
}

function ask<Answer>(pinned: Pinned, word: Word): Promise<Answer> {
  const answer = nextMessage<Answer>(pinned, TIME_LIMIT);
  pinned.child.send(word);
  return answer;
}
