import { HubError } from '../../../contract/errors.js';
import { text } from '../../../contract/text.js';
import type { PublishedSubgraph } from '../../compose.js';
import type { Call } from '../call.js';
import { listedSubgraphs } from '../local/check-offline.js';
import { channelOf, reaching, registryUrl, type Reach } from '../reach.js';

/** The subgraphs of the real graph: of the channel, or of files where no registry answers. */
export async function realSubgraphs(call: Call): Promise<readonly PublishedSubgraph[]> {
  if (call.flag('offline') || registryUrl(call) === undefined) return listedSubgraphs(call);
  try {
    return await reaching(call, (reach) => servedSubgraphs(reach, channelOf(call)));
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    const { vi, en } = error.text;
    call.warn(text(`${vi} Dùng đồ thị trong tệp.`, `${en} Using the graph in files.`));
    return listedSubgraphs(call);
  }
}

async function servedSubgraphs({ registry }: Reach, channel: string): Promise<readonly PublishedSubgraph[]> {
  const served = await registry.channelSubgraphs(channel);
  return Promise.all(
    served.map(async ({ subgraph: name, url, sdl }) => ({ name, url, sdl: await registry.text(sdl) })),
  );
}
