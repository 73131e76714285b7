import { CATALOGUE } from '../subgraphs/catalogue.js';
import type { Wave } from '../subgraphs/recorder.js';
import { nextMessage } from './messages.js';
import { fromSource, startPinned, type Pinned } from './pinned.js';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** All subgraphs of the benchmark, in a process of their own. */
export interface Subgraphs {
  readonly process: Pinned;
  readonly url: string;
  readonly supergraphSdl: string;
  /** What the subgraphs are asked while `during` runs. */
  record(during: () => Promise<unknown>): Promise<readonly Wave[]>;
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
    supergraphSdl: composed(url),
    async record(during) {
      pinned.child.send('record');
      await nextMessage(pinned, TIME_LIMIT);
      await during();
      pinned.child.send('recorded');
      return nextMessage<readonly Wave[]>(pinned, TIME_LIMIT);
    },
  };
}

function composed(url: string): string {
  const { supergraphSdl, errors } = composeServices(
    CATALOGUE.map(({ name, sdl }) => ({ name, url: `${url}/${name}`, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new AggregateError(errors ?? [], 'The subgraphs do not compose.');
  return supergraphSdl;
}
